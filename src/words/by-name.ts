import { z } from 'zod';
import { advise } from '../common/advice.ts';

/** Values by name. */
type ByName<Value> = Readonly<Record<string, Value>>;

/** Makes an object without a prototype, in which a name such as `constructor` finds only what was put there. */
export function byName<Value>(pairs: Iterable<readonly [string, Value]>): Record<string, Value> {
  const named: Record<string, Value> = Object.create(null);
  for (const [name, value] of pairs) named[name] = value;
  return named;
}

/**
 * Copies values into an object without a prototype. Use it for a table in the code in which names from outside are
 * looked up.
 */
export const lookup = <Value>(values: ByName<Value>): Record<string, Value> => byName(Object.entries(values));

/** A reviver with which `JSON.parse` makes objects without a prototype. Use it if users may choose names in them. */
export const withoutPrototypes = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? byName(Object.entries(value)) : value;

/** Whether every ordinary object has a property with this name. `constructor` and `__proto__` are such names. */
export const isTakenByObjects = (name: string): boolean => name in Object.prototype;

/** The error message for a name for which `isTakenByObjects` is true. */
export const takenByObjects = advise(
  'choose another name; this one is reserved by the program',
  '別の名前を選んでください(この名前はプログラムが使います)',
);

/** Makes the given schema for names refuse all names that ordinary objects have. */
export const freeName = <Name extends z.ZodType<string>>(name: Name) =>
  name.refine((text) => !isTakenByObjects(text), takenByObjects);

/** A schema for values by name. It refuses names that every ordinary object has. */
export const recordOf = <Value extends z.ZodType>(name: z.ZodString, value: Value) =>
  z
    .unknown()
    // Zod itself would silently ignore the name `__proto__`.
    .superRefine((values, context) => {
      if (typeof values !== 'object' || values === null || !Object.hasOwn(values, '__proto__')) return;
      context.addIssue({ code: 'custom', message: takenByObjects, path: ['__proto__'] });
    })
    .pipe(z.record(freeName(name), value))
    .transform((values): ByName<z.output<Value>> => byName(Object.entries(values)) as ByName<z.output<Value>>);
