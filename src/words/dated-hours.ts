import { z } from 'zod';
import { closingTime, isoDate, time } from './fact-file.ts';

/** The most exceptions of one destination; an office has a few each month. */
export const mostDates = 60;

/** Certain days on which a destination is closed, or open, other than every week and every year. */
export const datedHours = z
  .strictObject({
    kind: z.enum(['closed', 'open']),
    from: isoDate,
    /** The last day; absent for a single day. */
    to: isoDate.optional(),
    /** Absent for whole days. */
    begins: time.optional(),
    /** The first minute after it; absent for whole days. */
    ends: closingTime.optional(),
    /** Why it is closed: the id of one of the closures. Callers hear its text. */
    reason: z.string().max(40).optional(),
  })
  .refine(({ kind, reason }) => kind === 'closed' || reason === undefined, 'only a closure has a reason')
  .refine(({ from, to }) => to === undefined || from <= to, 'from must not be later than to')
  .refine(({ begins, ends }) => (begins === undefined) === (ends === undefined), 'write begins and ends, or neither')
  .refine(
    ({ begins = '00:00', ends = '24:00' }) => begins < ends,
    'begins must be earlier than ends; a day ends at 24:00 at the latest',
  );
export type DatedHours = z.infer<typeof datedHours>;

/** Every pair of exceptions that are for the same time of the same day, by their indexes in the list. */
export function datesClashes(dates: readonly DatedHours[]): { readonly earlier: number; readonly later: number }[] {
  return dates.flatMap((there, later) =>
    dates
      .slice(0, later)
      .flatMap((here, earlier) => (isClash(wholeOf(here), wholeOf(there)) ? [{ earlier, later }] : [])),
  );
}

const isClash = (one: WholeDates, other: WholeDates): boolean =>
  one.from <= other.to && other.from <= one.to && one.begins < other.ends && other.begins < one.ends;

interface WholeDates {
  readonly from: string;
  readonly to: string;
  readonly begins: string;
  readonly ends: string;
}

/** With everything that may be left out. */
export const wholeOf = ({ from, to = from, begins = '00:00', ends = '24:00' }: DatedHours): WholeDates => ({
  from,
  to,
  begins,
  ends,
});
