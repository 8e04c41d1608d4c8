import { isTakenByObjects, lookup } from '../../words/by-name.ts';
import { type FactFile, factFile } from '../../words/fact-file.ts';
import { type DateProblem, dateProblems } from '../../words/value-dates.ts';
import { hoursClashes } from '../../words/weekly-hours.ts';
import type { Translate } from '../texts/texts.ts';
import type { TypedFact } from './facts-form.ts';

/** A fact that can be kept, or a sentence for every field that is in the way. */
export type CheckedFact =
  | { readonly fact: FactFile; readonly errors: null }
  | { readonly fact: null; readonly errors: Readonly<Record<string, string>> };

/** Places of prompts that are filled in by the call, and so belong to no fact. */
const reserved = ['key', 'language'];

/**
 * Checks a tidied form by the rules of `line.yaml`, and what a form alone can know: that nobody has read anything tomorrow.
 * @param today an ISO date
 */
export function checkFact(typed: TypedFact, today: string, t: Translate): CheckedFact {
  const { name: _name, rows, value, ...rest } = typed;
  const read = factFile.safeParse({ ...rest, value: typed.type === 'hours' ? rows : value });
  const errors: Record<string, string> = lookup({});
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
  if (read.success && Object.keys(errors).length === 0) return { fact: read.data, errors: null };
  return { fact: null, errors };
}

/** Why a new fact cannot have a name; null when it can. */
export function nameError(name: string, taken: readonly string[], t: Translate): string | null {
  if (!/^[a-z][A-Za-z0-9]*$/.test(name) || isTakenByObjects(name) || reserved.includes(name))
    return t('facts.wrong.name');
  return taken.includes(name) ? t('facts.wrong.taken') : null;
}

function errorAt({ type, rows }: TypedFact, path: readonly PropertyKey[], t: Translate): Record<string, string> {
  const [field, row, part] = path.map(String);
  if (field !== 'value' || type !== 'hours') {
    return { [field ?? '']: t(field === 'value' ? `facts.wrong.${type}` : `facts.wrong.${fieldTexts[field ?? '']}`) };
  }
  if (row === undefined) return { 'days-0': t('facts.wrong.days') };
  if (part !== undefined) return { [`${part}-${row}`]: t(`facts.wrong.${part}`) };
  const { opens = '', closes = '' } = rows[Number(row)] ?? {};
  return { [`closes-${row}`]: t('facts.wrong.order', { opens, closes }) };
}

const dateTexts: Readonly<Record<DateProblem, readonly [field: string, key: string]>> = {
  'in-the-future': ['checkedOn', 'future'],
  'review-before-check': ['reviewBy', 'review-early'],
};

const fieldTexts: Readonly<Record<string, string>> = lookup({
  source: 'source',
  checkedOn: 'checked-on',
  reviewBy: 'review-by',
});
