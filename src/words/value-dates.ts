/** What is wrong with the days on which somebody has looked at a value. */
export type DateProblem = 'in-the-future' | 'review-before-check';

/**
 * Whether somebody could have read a value on that day, and looks at it again after it. Files and forms ask the same.
 * @param today an ISO date where the line is
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

/** Whether a day has not come yet on which something is said to have happened. Both are ISO dates. */
export const isInFuture = (date: string, today: string): boolean => date > today;

/** No office is closed for longer than this at a time. */
const mostDaysClosed = 183;

/** In a year that has a 29 February. */
const dayOfYear = (monthDay: string): number => Temporal.PlainDate.from(`2024-${monthDay}`).dayOfYear;

/**
 * How many days a closure lasts that comes every year; it may run over New Year.
 * @param from `MM-DD`, closed already
 * @param to `MM-DD`, closed still
 */
export function daysClosed(from: string, to: string): number {
  const days = dayOfYear(to) - dayOfYear(from);
  return (days < 0 ? days + 366 : days) + 1;
}

/** Whether the two days of a closure were probably written in each other's place. */
export const isSwapped = (from: string, to: string): boolean => daysClosed(from, to) > mostDaysClosed;

/** The day it is where the line is, by the clock of this machine. */
export const todayIn = (timeZone: string): string => Temporal.Now.plainDateISO(timeZone).toString();
