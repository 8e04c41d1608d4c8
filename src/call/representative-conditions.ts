import type { Conditions } from './input.ts';
import type { Hours, Line } from './line.ts';
import { closureAt, isOpen, isPastReview } from './person.ts';

/**
 * Returns one instant for each combination that occurs on the days tried. A combination says which destinations are
 * closed and why, and whether the review date has passed. Each instant comes twice: with and without permission to
 * transfer. No disaster notice is active. `dialsUntried` is always true, because everything that callers hear with
 * `false` is also said in one of these two cases.
 *
 * A combination can begin only at midnight or at a time that the hours name, so only these times are tried. The days
 * tried are:
 * - the review date, and the two weeks before and after it
 * - the first and the last day of every exception, and the week before and after each of them
 * - the same for every yearly closure in the year of the review date, the year before and the year after
 * - every holiday within a year of the review date
 */
export function representativeConditions(line: Line): Conditions[] {
  const instants = new Map<string, string>();
  const allHours = line.destinations.flatMap(({ hours }) => hours ?? []);
  for (const date of datesToTry(line.reviewBy, allHours)) {
    for (const time of timesOn(date, allHours)) {
      const now = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(line.timeZone).toInstant().toString();
      const combination = combinationAt(line, now);
      if (!instants.has(combination)) instants.set(combination, now);
    }
  }
  return [...instants.values()].flatMap((now) => [
    { now, dialsUntried: true, mayTransfer: true, disaster: null },
    { now, dialsUntried: true, mayTransfer: false, disaster: null },
  ]);
}

/**
 * Returns equal texts only for instants at which callers hear the same, apart from the sentence that says when a
 * destination opens again.
 */
function combinationAt({ destinations, reviewBy, timeZone }: Line, now: string): string {
  const answers = destinations.map(
    ({ hours }) => !hours || isOpen(hours, timeZone, now) || (closureAt(hours, timeZone, now)?.reason ?? null),
  );
  return JSON.stringify([isPastReview(reviewBy, timeZone, now), ...answers]);
}

/**
 * The ISO dates to try; those around the review date come first. Weekly hours repeat after a week, so a week before and
 * after the beginning and the end of an exception is enough. The days around the review date alone are not enough,
 * because a long closure may cover all of them.
 */
function datesToTry(reviewBy: string, allHours: readonly Hours[]): Set<string> {
  const reviewed = Temporal.PlainDate.from(reviewBy);
  const yearly = allHours.flatMap(({ closedEachYear }) =>
    closedEachYear.flatMap(({ from, to }) =>
      [-1, 0, 1].map((years) => ({ from: dateIn(reviewed.year + years, from), to: dateIn(reviewed.year + years, to) })),
    ),
  );
  const exceptions = [...allHours.flatMap(({ dated = [] }) => dated), ...yearly];
  const ends = new Set(exceptions.flatMap(({ from, to }) => [from, to]));
  const [first, last] = [reviewed.subtract({ years: 1 }).toString(), reviewed.add({ years: 1 }).toString()];
  // Holidays may be the only days on which a destination that is open day and night is closed.
  const closed = allHours.flatMap(({ closedOn }) => closedOn).filter((date) => first <= date && date <= last);
  return new Set([...datesAround(reviewBy, 14), ...[...ends].flatMap((date) => datesAround(date, 7)), ...closed]);
}

/** A date, and the given number of days before it and after it. */
function datesAround(date: string, days: number): string[] {
  const first = Temporal.PlainDate.from(date).subtract({ days });
  return Array.from({ length: 2 * days + 1 }, (_, later) => first.add({ days: later }).toString());
}

/** @param monthDay `MM-DD`; 29 February becomes 28 February in years that do not have it */
const dateIn = (year: number, monthDay: string): string =>
  Temporal.PlainDate.from({ year, month: Number(monthDay.slice(0, 2)), day: Number(monthDay.slice(3)) }).toString();

/**
 * The times of a date, as `HH:MM`, at which a destination may open or close, or from which callers may be told of a
 * closure.
 */
function timesOn(date: string, allHours: readonly Hours[]): Set<string> {
  const times = allHours.flatMap(({ weekly, dated = [] }) => [
    ...weekly.flatMap(({ opens, closes }) => [opens, closes]),
    ...dated.flatMap(({ from, to, begins, ends }) => (from <= date && date <= to ? [begins, ends] : [])),
    ...dated.flatMap(({ closedFrom }) => (closedFrom?.startsWith(date) ? [closedFrom.slice(-5)] : [])),
  ]);
  return new Set(['00:00', ...times].filter((time) => time < '24:00'));
}
