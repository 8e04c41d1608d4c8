import type { Translate } from '../../frame/translate.ts';
import { isTakenByObjects } from '../../words/by-name.ts';
import { type FactFile, factFile } from '../../words/fact-file.ts';
import { placeholdersWithoutFact } from '../../words/moment-facts.ts';
import { type DateProblem, dateProblems } from '../../words/value-dates.ts';
import { hoursClashes } from '../../words/weekly-hours.ts';
import type { CheckedEntry, FieldErrors } from '../line/entry-kind.ts';
import type { TypedFact } from './fact-form.ts';

/**
 * Whether a fact can have this id. An id has only letters and digits, and begins with a small letter. Two kinds of
 * names are reserved: names that every JavaScript object has, such as `constructor`, and placeholders that no fact
 * fills.
 */
export const isFactName = (id: string): boolean =>
  /^[a-z][A-Za-z0-9]*$/.test(id) && !isTakenByObjects(id) && !placeholdersWithoutFact.has(id);

/**
 * Checks a tidied form by the rules of `line.yaml`. In addition, the date of the check must not be in the future, the
 * review date must not be before the date of the check, and rows of opening hours must not clash.
 * @param isNew whether the fact is new. A new fact needs a Japanese name. A saved fact may have no name at all, because
 * facts once had no names. An English name alone is an error
 * @param today an ISO date
 */
export function checkFact(typed: TypedFact, isNew: boolean, today: string, t: Translate): CheckedEntry<FactFile> {
  const { rows, value, name, nameEn, ...rest } = typed;
  const read = factFile.safeParse({
    ...rest,
    ...(name !== '' && { name: { ja: name, ...(nameEn !== '' && { en: nameEn }) } }),
    value: typed.type === 'hours' ? rows : value,
  });
  const errors: Record<string, string> = {};
  if (name === '' && (isNew || nameEn !== '')) errors.name = t('facts.wrong.name');
  for (const { path } of read.error?.issues ?? []) Object.assign(errors, errorAt(typed, path, t));
  if (errors.checkedOn === undefined && errors.reviewBy === undefined) {
    for (const problem of dateProblems(typed, today)) {
      const [field, key] = dateTexts[problem];
      errors[field] = t(`facts.wrong.${key}`);
    }
  }
  if (typed.type === 'hours' && read.success) {
    for (const { kind, earlier, later } of hoursClashes(typed.rows)) {
      errors[`opens-${later}`] = t(`facts.wrong.${kind}`, { earlier: earlier + 1, later: later + 1 });
    }
  }
  if (read.success && Object.keys(errors).length === 0) return { entry: read.data, errors: null };
  return { entry: null, errors };
}

/**
 * Returns the error for one issue that `factFile` found, under the name of its field. The result is empty if no field
 * belongs to the issue.
 * @param path the path of the issue, such as `value.0.opens`
 */
function errorAt({ type, rows }: TypedFact, path: readonly PropertyKey[], t: Translate): FieldErrors {
  const [field, row, part] = path.map(String);
  if (field !== 'value') {
    const own = fieldTexts.find(([name]) => name === field);
    return own ? { [own[0]]: t(`facts.wrong.${own[1]}`) } : {};
  }
  if (type !== 'hours') return { value: t(`facts.wrong.${type}`) };
  if (row === undefined) return { 'days-0': t(rows.length > 0 ? 'facts.wrong.rows' : 'facts.wrong.days') };
  if (part === 'days' || part === 'opens' || part === 'closes') return { [`${part}-${row}`]: t(`facts.wrong.${part}`) };
  const { opens = '', closes = '' } = rows[Number(row)] ?? {};
  return { [`closes-${row}`]: t('facts.wrong.order', { opens, closes }) };
}

const fieldTexts = [
  ['source', 'source'],
  ['checkedOn', 'checked-on'],
  ['reviewBy', 'review-by'],
] as const;

const dateTexts = {
  'in-the-future': ['checkedOn', 'future'],
  'review-before-check': ['reviewBy', 'review-early'],
} as const satisfies Readonly<Record<DateProblem, readonly [field: keyof TypedFact, key: string]>>;
