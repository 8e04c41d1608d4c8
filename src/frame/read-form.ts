import type { Request } from 'express';
import { z } from 'zod';
import { fieldOf, formLimits, formOf } from './form.ts';
import type { Translate } from './translate.ts';

/** How one field of a form is validated. */
export interface FormField<Value> {
  readonly schema: z.ZodType<Value, string>;
  /**
   * The value to use if the submitted one is invalid. It is what was typed, so that nothing is lost. A password becomes
   * empty.
   */
  readonly refused: (sent: string) => Value;
}

const lines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

/**
 * Text of several lines.
 * @param longest maximum length in characters
 */
export const textArea = (longest: number): FormField<string> => ({
  schema: z.string().transform(lines).pipe(z.string().max(longest)),
  refused: lines,
});

/**
 * Text of one line, trimmed.
 * @param longest maximum length in characters
 */
export const textLine = (longest: number): FormField<string> => ({
  schema: z.string().trim().max(longest),
  refused: (sent) => sent.trim(),
});

/** The value of an option in a list, trimmed. An option may be of any length. */
export const chosen: FormField<string> = textLine(Number.POSITIVE_INFINITY);

/**
 * A password, exactly as it was typed. A password that is too long is dropped, because no page shows a password again.
 * @param longest maximum length in characters
 */
export const secret = (longest: number): FormField<string> => ({
  schema: z.string().max(longest),
  refused: () => '',
});

/** A checkbox. */
export const checkbox: FormField<boolean> = {
  schema: z.string().transform((sent) => sent !== ''),
  refused: () => false,
};

/** A whole number of at most 15 digits that is not negative, such as a revision; 0 for anything else. */
export const integer: FormField<number> = {
  schema: z.string().transform((sent) => (/^\d{1,15}$/.test(sent) ? Number(sent) : 0)),
  refused: () => 0,
};

/** One of several options; anything else counts as `otherwise`. */
export const oneOf = <const Option extends string>(
  options: readonly Option[],
  otherwise: Option,
): FormField<Option> => ({
  schema: z.string().transform((sent) => options.find((each) => each === sent) ?? otherwise),
  refused: () => otherwise,
});

/** The fields of a form by name. */
export type FormFields = Readonly<Record<string, FormField<unknown>>>;

/** The submitted values, and their errors. */
export interface ReadForm<Fields extends FormFields> {
  /** Values are never truncated. A value that is too long is shown again in full, unless it is a password. */
  readonly typed: { readonly [Name in keyof Fields]: Fields[Name] extends FormField<infer Value> ? Value : never };
  /** A sentence for each invalid field, to be shown beside it. */
  readonly errors: { readonly [Name in keyof Fields]?: string };
  readonly isGood: boolean;
}

/**
 * Every text in a saved value, in the form in which a one-line input sends it back. A file can contain longer texts
 * than a form accepts. Such texts remain valid until somebody types something else.
 */
export function textsIn(saved: unknown): ReadonlySet<string> {
  const inside = (value: unknown): string[] => {
    if (typeof value === 'string') return [value.replaceAll(/[\r\n]/g, '').trim()];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inside) : [];
  };
  return new Set(inside(saved));
}

/**
 * Reads and validates a form. A missing field counts as empty. If a field is repeated, its first value counts.
 * @param saved texts that are accepted even if they are too long
 */
export function readForm<const Fields extends FormFields>(
  request: Request,
  t: Translate,
  fields: Fields,
  saved: ReadonlySet<unknown> = new Set(),
): ReadForm<Fields> {
  const form = formOf(request);
  const typed: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, { schema, refused }] of Object.entries(fields)) {
    const sent = form.get(name) ?? '';
    const read = schema.safeParse(sent);
    typed[name] = read.success ? read.data : refused(sent);
    const [issue] = read.error?.issues ?? [];
    if (issue && !saved.has(typed[name])) errors[name] = sentenceFor(t, issue);
  }
  return { typed, errors, isGood: Object.keys(errors).length === 0 } as ReadForm<Fields>;
}

/**
 * The values of all fields with one name, such as a list of ticked texts, in the order of the form.
 * @param most how many values are read; all later values are ignored
 */
export const listOf = (request: Request, name: string, most: number = formLimits.staff.fields): readonly string[] =>
  formOf(request).getAll(name).slice(0, most);

/**
 * What follows a prefix in the names of fields, such as the languages in `unread-en` and `unread-ko`, in the order of
 * the form.
 * @param most how many fields are read; all later fields are ignored
 */
export const namedAfter = (request: Request, prefix: string, most: number = formLimits.staff.fields): string[] =>
  [...new Set(formOf(request).keys())]
    .filter((name) => name.startsWith(prefix))
    .slice(0, most)
    .map((name) => name.slice(prefix.length));

/** What follows a prefix in the names of the ticked checkboxes, in the order of the form. */
export const ticked = (request: Request, prefix: string, most?: number): string[] =>
  namedAfter(request, prefix, most).filter((rest) => fieldOf(request, `${prefix}${rest}`) !== '');

const sentenceFor = (t: Translate, issue: z.core.$ZodIssue): string =>
  t('frame.field-too-long', { count: issue.code === 'too_big' ? Number(issue.maximum) : 0 });

/**
 * A positive integer from an address or a form, such as a revision; null for anything else. A number has at most nine
 * digits, because addresses can contain anything and the database accepts only numbers that it can store.
 */
export const numberOf = (text: unknown): number | null =>
  typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
