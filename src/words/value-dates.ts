/** A problem with the two dates of a value: the day on which the value was checked, and its review date. */
export type DateProblem = 'in-the-future' | 'review-before-check';

/**
 * Checks the two dates of a value. The lint rules and the forms of the console both use this function.
 * @param today the ISO date of today in the time zone of the line
 */
export function dateProblems(
  { checkedOn, reviewBy }: { readonly checkedOn: string; readonly reviewBy: string },
  today: string,
): DateProblem[] {
  return [
    ...(isInFuture(checkedOn, today) ? (['in-the-future'] as const) : []),
    ...(reviewBy < checkedOn ? (['review-before-check'] as const) : []),
  ];
}

/** Whether a date is after today. Both are ISO dates. */
export const isInFuture = (date: string, today: string): boolean => date > today;

/** The longest plausible yearly closure in days: about half a year. */
const maxDaysClosed = 183;

/** The number of a day in a leap year, from 1 to 366. */
const dayOfYear = (monthDay: string): number => Temporal.PlainDate.from(`2024-${monthDay}`).dayOfYear;

/**
 * How many days a yearly closure lasts in a leap year. The closure may run over New Year.
 * @param from `MM-DD`, the first closed day
 * @param to `MM-DD`, the last closed day
 */
export function daysClosed(from: string, to: string): number {
  const days = dayOfYear(to) - dayOfYear(from);
  return (days < 0 ? days + 366 : days) + 1;
}

/** Whether the first and the last day of a closure were probably swapped. */
export const isSwapped = (from: string, to: string): boolean => daysClosed(from, to) > maxDaysClosed;

/**
 * Today's date in a time zone.
 * @param now milliseconds since the epoch; defaults to the clock of this machine
 * @returns an ISO date
 */
export const todayIn = (timeZone: string, now = Date.now()): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
