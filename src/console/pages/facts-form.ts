import type { Request } from 'express';
import { tidyTime, tidyValue } from '../../office/drafts/tidy-value.ts';
import type { FactFile } from '../../words/fact-file.ts';
import { tidyWeekly } from '../../words/weekly-hours.ts';
import { fieldOf } from '../form.ts';
import { oneYearAfter } from './line-today.ts';

/** What kinds of facts there are, in the order in which they are offered. */
export const factTypes = ['phone', 'hours', 'date', 'month', 'day', 'time'] as const satisfies FactFile['type'][];
export type FactType = (typeof factTypes)[number];

/** One stretch of opening hours as it stands in the form. */
export interface TypedRow {
  /** ISO days of the week, ascending. */
  readonly days: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** A fact as it stands in the form. */
export interface TypedFact {
  readonly name: string;
  readonly type: FactType;
  readonly value: string;
  readonly rows: readonly TypedRow[];
  readonly source: string;
  readonly checkedOn: string;
  readonly reviewBy: string;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const emptyRow: TypedRow = { days: [], opens: '', closes: '' };

/** A day has few stretches, and a week few kinds of days. */
const mostRows = 20;

/** Whether a text names a kind of fact. */
export const isFactType = (text: string): text is FactType => factTypes.some((type) => type === text);

/** A kept fact, to be changed. */
export const typedOf = (name: string, fact: FactFile): TypedFact => ({
  name,
  type: fact.type,
  value: fact.type === 'hours' ? '' : fact.value,
  rows: fact.type === 'hours' ? fact.value : [],
  source: fact.source,
  checkedOn: fact.checkedOn,
  reviewBy: fact.reviewBy,
});

/** A new fact, read today and to be looked at again in a year. */
export const newFact = (name: string, type: FactType, today: string): TypedFact => ({
  name,
  type,
  value: '',
  rows: type === 'hours' ? [{ days: [1, 2, 3, 4, 5], opens: '', closes: '' }] : [],
  source: '',
  checkedOn: today,
  reviewBy: oneYearAfter(today),
});

/** What was sent, letter for letter. */
export function readTyped(request: Request, name: string, type: FactType): TypedFact {
  const count = Math.min(Number(fieldOf(request, 'rows')) || 0, mostRows);
  return {
    name,
    type,
    value: fieldOf(request, 'value'),
    rows: Array.from({ length: count }, (_, row) => ({
      days: weekdays.filter((day) => fieldOf(request, `day-${row}-${day}`) !== ''),
      opens: fieldOf(request, `opens-${row}`),
      closes: fieldOf(request, `closes-${row}`),
    })),
    source: fieldOf(request, 'source'),
    checkedOn: fieldOf(request, 'checkedOn'),
    reviewBy: fieldOf(request, 'reviewBy'),
  };
}

const isTime = (text: string): boolean => /^\d{2}:\d{2}$/.test(text);

/**
 * Puts right what needs no question: letters, the way dates and times are written, rows without anything, the order of
 * rows, stretches that touch, a review date.
 */
export function tidyFact(typed: TypedFact): TypedFact {
  const { type } = typed;
  const rows = typed.rows
    .filter(({ days, opens, closes }) => days.length > 0 || opens.trim() !== '' || closes.trim() !== '')
    .map(({ days, opens, closes }) => ({ days, opens: tidyTime(opens), closes: tidyTime(closes) }));
  // Only whole stretches can be put in order; what is wrong with the others is told where it stands.
  const isWhole = rows.every(
    ({ days, opens, closes }) => days.length > 0 && isTime(opens) && isTime(closes) && opens < closes,
  );
  const checkedOn = tidyValue('date', typed.checkedOn);
  const reviewBy = tidyValue('date', typed.reviewBy) || oneYearAfter(checkedOn);
  return {
    ...typed,
    value: type === 'hours' ? '' : tidyValue(type, typed.value),
    rows: type === 'hours' && rows.length === 0 ? [emptyRow] : isWhole ? tidyWeekly(rows) : rows,
    source: typed.source.trim(),
    checkedOn,
    reviewBy,
  };
}

/** Whether anything that was typed reads otherwise now. */
export function wasTidied(typed: TypedFact, tidy: TypedFact): boolean {
  const letters = ({ value, rows, checkedOn }: TypedFact) =>
    JSON.stringify([value, checkedOn, rows.map(({ opens, closes }) => [opens, closes])]);
  const filled = { ...typed, rows: typed.rows.filter(({ days, opens }) => days.length > 0 || opens !== '') };
  return letters(filled) !== letters(tidy);
}

/** The buttons that change the form itself: a row more, a row less, "read again today". */
export function takeStep(typed: TypedFact, step: string, today: string): TypedFact {
  if (step === 'today') return { ...typed, checkedOn: today, reviewBy: oneYearAfter(today) };
  if (step === 'add' && typed.rows.length < mostRows) return { ...typed, rows: [...typed.rows, emptyRow] };
  const row = /^remove-(\d+)$/.exec(step)?.[1];
  return row === undefined ? typed : { ...typed, rows: typed.rows.filter((_, index) => index !== Number(row)) };
}
