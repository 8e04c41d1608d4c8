import { localPath } from './local-path.ts';

/** A form that was sent when nobody was signed in any more, on its way through signing in. */
export interface KeptForm {
  /** Where it was sent: an address of the console. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const prefix = 'kept:';
const actionField = 'kept-action';

/** Never passwords, wherever their names say what they are, and not the proof that belonged to the old session. */
const isKept = (name: string): boolean => name !== 'csrf' && !/password/i.test(name);

/** What of a form is kept. */
export const keptFields = (form: URLSearchParams): KeptForm['fields'] => [...form].filter(([name]) => isKept(name));

/** The hidden fields that carry it. */
export const carryKept = ({ action, fields }: KeptForm): KeptForm['fields'] => [
  [actionField, action],
  ...fields.map(([name, value]) => [`${prefix}${name}`, value] as const),
];

/** What those hidden fields carried; null when there was nothing. */
export function readKept(form: URLSearchParams): KeptForm | null {
  const action = localPath(form.get(actionField) ?? '');
  if (action === null) return null;
  const carried = [...form].filter(([name]) => name.startsWith(prefix));
  const fields = carried.map(([name, value]) => [name.slice(prefix.length), value] as const);
  return { action, fields: fields.filter(([name]) => isKept(name)) };
}
