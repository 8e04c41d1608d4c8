import { z } from 'zod';
import { advise } from '../common/advice.ts';
import { closingTime, isoDate, time } from './fact-file.ts';

/** Maximum number of exceptions of one destination. A few each month are usual. */
export const mostDates = 60;

/**
 * An exception to the usual hours: days on which a destination is closed or open. It takes precedence over weekly
 * hours, holidays and yearly closures.
 */
export const datedHours = z
  .strictObject({
    kind: z.enum(['closed', 'open']),
    from: isoDate,
    /** The last day; if absent, the exception is for a single day. */
    to: isoDate.optional(),
    /** The first minute of the exception on each day; if absent, the exception is for whole days. */
    begins: time.optional(),
    /** The first minute after the exception on each day; if absent, the exception is for whole days. */
    ends: closingTime.optional(),
    /** Why the destination is closed: the id of an entry of `closures`, whose text callers hear. */
    reason: z.string().max(40).optional(),
  })
  .refine(
    ({ kind, reason }) => kind === 'closed' || reason === undefined,
    advise('only a closure has a reason', 'reasonは、kindがclosedのときだけ書けます'),
  )
  .refine(
    ({ from, to }) => to === undefined || from <= to,
    advise('from must not be later than to', 'fromをtoと同じ日か、それより前の日にしてください'),
  )
  .refine(
    ({ begins, ends }) => (begins === undefined) === (ends === undefined),
    advise('write begins and ends, or neither', 'beginsとendsは、両方とも書くか、両方とも消してください'),
  )
  .refine(
    ({ begins = '00:00', ends = '24:00' }) => begins < ends,
    advise(
      'begins must be earlier than ends; a day ends at 24:00 at the latest',
      'beginsをendsより早い時刻にしてください(endsは24:00まで)',
    ),
  );
export type DatedHours = z.infer<typeof datedHours>;

/** Finds every pair of exceptions that overlap at some time of the same day, and returns their indexes in the list. */
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

/** The days and times of an exception. Days and times that it leaves out are filled in. */
export const wholeOf = ({ from, to = from, begins = '00:00', ends = '24:00' }: DatedHours): WholeDates => ({
  from,
  to,
  begins,
  ends,
});
