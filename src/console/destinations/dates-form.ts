import { isDeepStrictEqual } from 'node:util';
import type { Request } from 'express';
import { chosen, oneOf, textLine } from '../../frame/read-form.ts';
import { readRows, rowErrors } from '../../frame/read-rows.ts';
import type { PlainKey, Translate } from '../../frame/translate.ts';
import { tidyTime, tidyValue } from '../../office/drafts/tidy-value.ts';
import { type DatedHours, datesClashes, mostDates } from '../../words/dated-hours.ts';
import { closingTime, isoDate } from '../../words/fact-file.ts';
import { yearsAfter } from '../line/dates.ts';
import type { FieldErrors } from '../line/entry-kind.ts';

/** A row of the form: days with other hours than usual. Every field except the kind may be empty. */
export interface TypedDates {
  readonly dateKind: DatedHours['kind'];
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly dateBegins: string;
  readonly dateEnds: string;
  /** The id of the reason for a closure; empty if there is none. Ignored for days that are open. */
  readonly dateReason: string;
}

const emptyDates: TypedDates = {
  dateKind: 'closed',
  dateFrom: '',
  dateTo: '',
  dateBegins: '',
  dateEnds: '',
  dateReason: '',
};
const longestDate = 40;

/** The rows of the form for the dates of a saved destination. */
export const typedDates = (dates: readonly DatedHours[] = []): TypedDates[] =>
  dates.map(({ kind, from, to = '', begins = '', ends = '', reason = '' }) => ({
    dateKind: kind,
    dateFrom: from,
    dateTo: to,
    dateBegins: begins,
    dateEnds: ends,
    dateReason: reason,
  }));

/** Reads the rows of a submitted form. If there are too many, the first row above the maximum gets an error. */
export function readDates(
  request: Request,
  t: Translate,
  saved: ReadonlySet<string>,
  keepsEmptyRows: boolean,
): { readonly dates: TypedDates[]; readonly errors: FieldErrors } {
  const text = textLine(longestDate);
  const fields = {
    dateKind: oneOf(['closed', 'open'], 'closed'),
    dateFrom: text,
    dateTo: text,
    dateBegins: text,
    dateEnds: text,
    dateReason: chosen,
  };
  const rows = readRows(request, t, { count: 'dates', fields, saved }).filter(
    ({ typed: { dateKind, dateFrom, dateTo, dateBegins, dateEnds, dateReason } }) =>
      // A row is kept even without a date if anything else was chosen. Staff are then told that the date is missing.
      keepsEmptyRows || dateKind === 'open' || `${dateFrom}${dateTo}${dateBegins}${dateEnds}${dateReason}` !== '',
  );
  const tooMany: FieldErrors =
    rows.length > mostDates ? { [`dateFrom-${mostDates}`]: t('dates.wrong.most', { count: mostDates }) } : {};
  return { dates: rows.map(({ typed }) => typed), errors: { ...rowErrors(rows), ...tooMany } };
}

/** The rows with dates and times as they are stored. */
export const tidyDates = (dates: readonly TypedDates[]): TypedDates[] =>
  dates.map(({ dateKind, dateFrom, dateTo, dateBegins, dateEnds, dateReason }) => ({
    dateKind,
    dateReason,
    dateFrom: tidyValue('date', dateFrom),
    dateTo: tidyValue('date', dateTo),
    dateBegins: tidyTime(dateBegins),
    // A browser's input for times cannot send 24:00, so an end at 00:00 means the end of the day.
    dateEnds: tidyTime(dateEnds) === '00:00' ? '24:00' : tidyTime(dateEnds),
  }));

/** Tidied rows as the line file has them. */
export const toDates = (typed: readonly TypedDates[]): DatedHours[] =>
  typed.map(({ dateKind, dateFrom, dateTo, dateBegins, dateEnds, dateReason }) => ({
    kind: dateKind,
    from: dateFrom,
    ...(dateTo !== '' && dateTo !== dateFrom && { to: dateTo }),
    ...(dateBegins !== '' && { begins: dateBegins }),
    ...(dateEnds !== '' && { ends: dateEnds }),
    ...(dateReason !== '' && dateKind === 'closed' && { reason: dateReason }),
  }));

/** The earliest day that is accepted. The line did not exist before that day, so an earlier day is a typing error. */
const firstDay = '2015-01-01';

/** The latest day that is accepted. Nobody plans further ahead, and a year such as 9999 is a typing error. */
const lastDay = (today: string): string => yearsAfter(today, 5);

/** Whether a row begins so far in the future that staff should check its year. */
export const isFar = ({ dateFrom }: TypedDates, today: string): boolean =>
  isDate(dateFrom) && dateFrom > yearsAfter(today, 2);

/** Whether a row is equal to a saved one, so that it is neither new nor changed. */
export const isKept = (typed: TypedDates, kept: readonly DatedHours[] | undefined): boolean => {
  const [stored] = toDates([typed]);
  return kept?.some((each) => isDeepStrictEqual(each, stored)) ?? false;
};

/**
 * What staff should check in added or changed rows. `past`: at least one is over. `far`: at least one begins far in the
 * future. `past-far`: both. Null if there is nothing to check.
 */
export function doubtIn(
  typed: readonly TypedDates[],
  kept: readonly DatedHours[] | undefined,
  today: string,
): 'past' | 'far' | 'past-far' | null {
  const added = typed.filter((each) => !isKept(each, kept));
  const doubts = [
    ...(added.some((each) => isPast(each, today)) ? (['past'] as const) : []),
    ...(added.some((each) => isFar(each, today)) ? (['far'] as const) : []),
  ];
  return doubts.length === 2 ? 'past-far' : (doubts[0] ?? null);
}

/** Whether all days of a row are over. Staff can remove all such rows together. */
export const isPast = ({ dateFrom, dateTo }: TypedDates, today: string): boolean =>
  isDate(dateFrom) && (dateTo === '' || isDate(dateTo)) && (dateTo || dateFrom) < today;

const isDate = (text: string): boolean => isoDate.safeParse(text).success;
const isTime = (text: string): boolean => closingTime.safeParse(text).success;

/**
 * The first error of each field, as a sentence. Two rows may contradict each other if one of them is over.
 * @param hasHours whether the usual hours of the destination are known
 * @param closures the reasons for closures that the line has
 * @param today an ISO date
 */
export function datesErrors(
  typed: readonly TypedDates[],
  { hasHours, closures }: { readonly hasHours: boolean; readonly closures: readonly { readonly id: string }[] },
  today: string,
  t: Translate,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const need = (isRight: boolean, field: string, key: Extract<PlainKey, `dates.wrong.${string}`>) => {
    if (!isRight) errors[field] ??= t(key);
  };
  for (const [row, each] of typed.entries()) {
    const { dateKind, dateFrom, dateTo, dateBegins, dateEnds, dateReason } = each;
    need(isDate(dateFrom), `dateFrom-${row}`, 'dates.wrong.date');
    need(dateTo === '' || isDate(dateTo), `dateTo-${row}`, 'dates.wrong.date');
    need(dateTo === '' || dateFrom <= dateTo, `dateTo-${row}`, 'dates.wrong.order');
    for (const [field, day] of [
      [`dateFrom-${row}`, dateFrom],
      [`dateTo-${row}`, dateTo],
    ] as const) {
      const isMeant = day === '' || (firstDay <= day && day <= lastDay(today));
      if (!isMeant) errors[field] ??= t('dates.wrong.year', { first: firstDay, last: lastDay(today) });
    }
    const isKnown = dateReason === '' || closures.some(({ id }) => id === dateReason);
    need(isKnown || dateKind === 'open', `dateReason-${row}`, 'dates.wrong.reason');
    const isWhole = dateBegins === '' && dateEnds === '';
    need(dateKind === 'closed' || !isWhole, `dateBegins-${row}`, 'dates.wrong.open-times');
    if (!isWhole) {
      need(isTime(dateBegins) && dateBegins !== '24:00', `dateBegins-${row}`, 'dates.wrong.time');
      need(isTime(dateEnds), `dateEnds-${row}`, 'dates.wrong.time');
      need(dateBegins < dateEnds, `dateEnds-${row}`, 'dates.wrong.time-order');
    }
    need(hasHours || isPast(each, today), `dateFrom-${row}`, 'dates.wrong.without-hours');
  }
  if (Object.keys(errors).length > 0) return errors;
  for (const { earlier, later } of datesClashes(toDates(typed))) {
    const isOver = [typed[earlier], typed[later]].some((each) => each && isPast(each, today));
    if (!isOver) errors[`dateFrom-${later}`] ??= t('dates.wrong.clash', { number: earlier + 1 });
  }
  return errors;
}

/** The rows after one of their buttons was pressed; null if `what` is another button. */
export function takeDatesStep(
  dates: readonly TypedDates[],
  what: string,
  index: number,
  today: string,
): { readonly dates: readonly TypedDates[]; readonly focus?: string } | null {
  switch (what) {
    case 'add-date':
      return dates.length < mostDates
        ? { dates: [...dates, emptyDates], focus: `dateFrom-${dates.length}` }
        : { dates };
    case 'remove-date':
      return { dates: dates.toSpliced(index, 1) };
    case 'remove-past-dates':
      return { dates: dates.filter((each) => !isPast(each, today)) };
    default:
      return null;
  }
}

/** Dates as one string, such as `×2026-12-29/2027-01-03 (holiday) ○2026-12-05 09:00-12:00`; empty if there are none. */
export const summaryOfDates = (dates: readonly DatedHours[] = []): string =>
  dates
    .map(({ kind, from, to, begins, ends, reason }) => {
      const days = to === undefined ? from : `${from}/${to}`;
      const times = begins === undefined ? '' : ` ${begins}-${ends}`;
      return `${kind === 'closed' ? '×' : '○'}${days}${times}${reason === undefined ? '' : ` (${reason})`}`;
    })
    .join(' ');
