import type { Request } from 'express';
import { fieldOf, formLimits, formOf } from './form.ts';
import { type FormFields, type ReadForm, readForm } from './read-form.ts';
import type { Translate } from './translate.ts';

/**
 * One of the rows of a form. In row 2, for example, the fields `opens` and `closes` are sent as `opens-2` and
 * `closes-2`.
 */
interface ReadRow<Fields extends FormFields> extends ReadForm<Fields> {
  /** The number of the row in the names of its fields, from 0. */
  readonly index: number;
}

/**
 * Reads the rows of a form. A row is left out if none of its fields was sent.
 * @param count the name of the field with the number of rows
 * @param saved texts that are accepted even if they are too long
 */
export function readRows<const Fields extends FormFields>(
  request: Request,
  t: Translate,
  { count, fields, saved }: { readonly count: string; readonly fields: Fields; readonly saved: ReadonlySet<string> },
): ReadRow<Fields>[] {
  const form = formOf(request);
  // A form cannot have more rows than fields, so a larger submitted number is reduced.
  const length = Math.min(Number(fieldOf(request, count)) || 0, formLimits.staff.fields);
  return Array.from({ length }).flatMap((_, index) => {
    const inRow = Object.entries(fields).map(([name, field]) => [`${name}-${index}`, field] as const);
    if (!inRow.some(([name]) => form.has(name))) return [];
    const { typed, errors, isGood } = readForm(request, t, Object.fromEntries(inRow), saved);
    return [{ index, typed: withoutIndex(typed), errors: withoutIndex(errors), isGood } as ReadRow<Fields>];
  });
}

const withoutIndex = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/-\d+$/, ''), value]));

/** The errors of all rows by field name. Each field name ends with the index of its row in `rows`. */
export const rowErrors = (
  rows: readonly { readonly errors: Readonly<Record<string, string | undefined>> }[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap(({ errors }, index) =>
      Object.entries(errors).map(([name, error = '']) => [`${name}-${index}`, error] as const),
    ),
  );
