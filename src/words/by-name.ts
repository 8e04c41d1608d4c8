import { z } from 'zod';

/** Values by names that somebody else has chosen, in an object without a prototype. */
export type ByName<Value> = Readonly<Record<string, Value>>;

/** An object without a prototype: a name such as `constructor` finds nothing in it that nobody has put there. */
export function byName<Value>(pairs: Iterable<readonly [string, Value]>): Record<string, Value> {
  const named: Record<string, Value> = Object.create(null);
  for (const [name, value] of pairs) named[name] = value;
  return named;
}

/** The same with names of our own, which are asked for by names from elsewhere. */
export const lookup = <Value>(values: ByName<Value>): Record<string, Value> => byName(Object.entries(values));

/** For `JSON.parse`: objects whose names may have been chosen by somebody else. */
export const withoutPrototypes = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? byName(Object.entries(value)) : value;

/** Names that every ordinary object seems to have, such as `constructor`, `toString` and `__proto__`. */
export const isTakenByObjects = (name: string): boolean => name in Object.prototype;

/** Said of such a name wherever one is chosen. */
export const takenByObjects = 'choose another name; every object of the program has one of this name';

/** A name that is none of those. */
export const freeName = <Name extends z.ZodType<string>>(name: Name) =>
  name.refine((text) => !isTakenByObjects(text), takenByObjects);

/** Values by name as a file has them, every name one that may be chosen. */
export const recordOf = <Value extends z.ZodType>(name: z.ZodString, value: Value) =>
  z
    .unknown()
    // Zod itself passes over this one without a word.
    .superRefine((values, context) => {
      if (typeof values !== 'object' || values === null || !Object.hasOwn(values, '__proto__')) return;
      context.addIssue({ code: 'custom', message: takenByObjects, path: ['__proto__'] });
    })
    .pipe(z.record(freeName(name), value))
    .transform((values): ByName<z.output<Value>> => byName(Object.entries(values)) as ByName<z.output<Value>>);
