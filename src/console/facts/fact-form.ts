import type { Request } from 'express';
import { oneOf, readForm, textLine, textsIn, ticked } from '../../frame/read-form.ts';
import { readRows, rowErrors } from '../../frame/read-rows.ts';
import type { Translate } from '../../frame/translate.ts';
import { tidyTime, tidyValue } from '../../office/drafts/tidy-value.ts';
import type { FactFile } from '../../words/fact-file.ts';
import { tidyWeekly } from '../../words/weekly-hours.ts';
import { oneYearAfter } from '../line/dates.ts';
import type { FieldErrors } from '../line/entry-kind.ts';

/** The kinds of facts, in the order in which they are offered. */
export const factTypes = ['phone', 'hours', 'date', 'month', 'day', 'time'] as const satisfies FactFile['type'][];
type FactType = (typeof factTypes)[number];
export const isFactType = (text: string): text is FactType => factTypes.some((type) => type === text);

/** Maximum length of each field except the dates, in characters. `time` applies to each opening and closing time. */
export const longestFact = { id: 60, name: 100, value: 60, time: 20, source: 1000 } as const;
const longestDate = 40;

/** Maximum number of rows of opening hours, as in `line.yaml`. */
export const mostRows = 20;

/** One row of opening hours as typed. */
export interface TypedRow {
  /** ISO days of the week, ascending. */
  readonly days: readonly number[];
  readonly opens: string;
  readonly closes: string;
}

/** A fact as typed. */
export interface TypedFact {
  /** What staff call the fact, in Japanese and in English. */
  readonly name: string;
  readonly nameEn: string;
  readonly type: FactType;
  /** Empty for opening hours, which are in `rows`. */
  readonly value: string;
  readonly rows: readonly TypedRow[];
  readonly source: string;
  readonly checkedOn: string;
  readonly reviewBy: string;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const emptyRow: TypedRow = { days: [], opens: '', closes: '' };

/** The form filled in with a saved fact. */
export const typedOf = ({ name, type, value, source, checkedOn, reviewBy }: FactFile): TypedFact => ({
  name: name?.ja ?? '',
  nameEn: name?.en ?? '',
  type,
  ...(typeof value === 'string' ? { value, rows: [] } : { value: '', rows: value }),
  source,
  checkedOn,
  reviewBy,
});

/** The form of a new fact, checked today and due for review in a year. */
export const newFact = (type: FactType, today: string): TypedFact => ({
  name: '',
  nameEn: '',
  type,
  value: '',
  rows: type === 'hours' ? [{ days: [1, 2, 3, 4, 5], opens: '', closes: '' }] : [],
  source: '',
  checkedOn: today,
  reviewBy: oneYearAfter(today),
});

/**
 * Reads a submitted form.
 * @param kept the saved fact, whose type cannot be changed. If the fact is new or was removed, `kept` is undefined, and
 * the type is read from the form
 * @param keepsEmptyRows whether to keep rows without values
 * @returns null if the form names no existing type
 */
export function readFact(
  request: Request,
  t: Translate,
  kept: FactFile | undefined,
  keepsEmptyRows: boolean,
): { readonly typed: TypedFact; readonly errors: FieldErrors } | null {
  const saved = textsIn(kept);
  const fields = {
    name: textLine(longestFact.name),
    nameEn: textLine(longestFact.name),
    type: oneOf([...factTypes, ''], ''),
    value: textLine(longestFact.value),
    source: textLine(longestFact.source),
    checkedOn: textLine(longestDate),
    reviewBy: textLine(longestDate),
  };
  const { typed, errors } = readForm(request, t, fields, saved);
  const ownType = kept?.type ?? typed.type;
  if (ownType === '') return null;
  const time = textLine(longestFact.time);
  const rows = readRows(request, t, { count: 'rows', fields: { opens: time, closes: time }, saved })
    .map((row) => ({ ...row, days: daysIn(request, row.index) }))
    .filter(({ days, typed: { opens, closes } }) => keepsEmptyRows || days.length > 0 || `${opens}${closes}` !== '');
  return {
    typed: { ...typed, type: ownType, rows: rows.map((row) => ({ days: row.days, ...row.typed })) },
    errors: { ...errors, ...rowErrors(rows) },
  };
}

function daysIn(request: Request, row: number): number[] {
  const days = ticked(request, `day-${row}-`);
  return weekdays.map((_, index) => index + 1).filter((day) => days.includes(String(day)));
}

const isTime = (text: string): boolean => /^\d{2}:\d{2}$/.test(text);

/**
 * Corrects values that can mean only one thing. Full-width characters become ASCII, and dates and times get their
 * stored form. If all rows are complete and none clash, they are sorted, and two rows of the same day are merged if the
 * second begins when the first ends. An empty review date becomes the date one year after the check. It stays empty if
 * the date of the check is not a date.
 */
export function tidyFact(typed: TypedFact): TypedFact {
  const { type } = typed;
  const rows = typed.rows.map(({ days, opens, closes }) => ({
    days,
    opens: tidyTime(opens),
    closes: tidyTime(closes),
  }));
  // Rows are sorted only if all of them are complete. Otherwise the errors would appear beside the wrong rows.
  const isComplete = rows.every(
    ({ days, opens, closes }) => days.length > 0 && isTime(opens) && isTime(closes) && opens < closes,
  );
  const checkedOn = tidyValue('date', typed.checkedOn);
  const reviewBy = tidyValue('date', typed.reviewBy) || oneYearAfter(checkedOn);
  return {
    ...typed,
    value: type === 'hours' ? '' : tidyValue(type, typed.value),
    rows: type === 'hours' && rows.length === 0 ? [emptyRow] : isComplete ? tidyWeekly(rows) : rows,
    checkedOn,
    reviewBy,
  };
}

/** Whether tidying has changed the value, the date of the check, or the opening and closing times. */
export function isCorrected(typed: TypedFact, tidy: TypedFact): boolean {
  const texts = ({ value, rows, checkedOn }: TypedFact) =>
    JSON.stringify([value, checkedOn, rows.map(({ opens, closes }) => [opens, closes])]);
  return texts(typed) !== texts(tidy);
}

/**
 * Applies a button that changes the form itself: adds or removes a row, or sets the date of the check to today and the
 * review date to a year later.
 */
export function takeStep(
  typed: TypedFact,
  step: string,
  today: string,
): { readonly typed: TypedFact; readonly focus?: string } {
  const { rows } = typed;
  if (step === 'today') return { typed: { ...typed, checkedOn: today, reviewBy: oneYearAfter(today) } };
  if (step === 'add' && rows.length < mostRows)
    return { typed: { ...typed, rows: [...rows, emptyRow] }, focus: `days-${rows.length}` };
  const row = /^remove-(\d+)$/.exec(step)?.[1];
  return { typed: row === undefined ? typed : { ...typed, rows: rows.filter((_, index) => index !== Number(row)) } };
}
