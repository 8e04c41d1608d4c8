import type { Request } from 'express';
import { fieldOf } from '../frame/form.ts';
import { type FormFields, type ReadForm, readForm } from '../frame/read-form.ts';
import type { Translate } from '../frame/translate.ts';
import type { FieldErrors } from './entry-kind.ts';

/** One of the rows of a form. The fields of row 2 are sent as `opens-2` and `closes-2`. */
export interface ReadRow<Fields extends FormFields> extends ReadForm<Fields> {
  /** Its place among the rows that were sent. */
  readonly index: number;
}

/**
 * Reads the rows of a form.
 * @param count the name of the field with the number of rows
 * @param most as many rows as are read, whatever number was sent
 */
export function readRows<const Fields extends FormFields>(
  request: Request,
  t: Translate,
  { count, most, fields }: { readonly count: string; readonly most: number; readonly fields: Fields },
): ReadRow<Fields>[] {
  const length = Math.min(Number(fieldOf(request, count)) || 0, most);
  return Array.from({ length }, (_, index) => {
    const inRow = Object.entries(fields).map(([name, field]) => [`${name}-${index}`, field] as const);
    const { typed, errors, isGood } = readForm(request, t, Object.fromEntries(inRow));
    return { index, typed: withoutIndex(typed), errors: withoutIndex(errors), isGood } as ReadRow<Fields>;
  });
}

const withoutIndex = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name.replace(/-\d+$/, ''), value]));

/** What is wrong with rows, by the places that they have in this list. */
export const rowErrors = (rows: readonly { readonly errors: Readonly<Record<string, string | undefined>> }[]) =>
  Object.fromEntries(
    rows.flatMap(({ errors }, index) =>
      Object.entries(errors).map(([name, error = '']) => [`${name}-${index}`, error] as const),
    ),
  ) satisfies FieldErrors;
