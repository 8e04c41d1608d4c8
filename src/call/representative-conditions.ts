import type { Conditions } from './input.ts';
import type { Hours, Line } from './line.ts';
import { closureAt, isOpen, isPastReview } from './person.ts';

/**
 * Returns conditions for every combination of open and closed destinations that occurs on certain days. A combination
 * also says why a destination is closed, and whether the review date has passed. Each combination comes twice, at one
 * instant: with and without permission to transfer. No disaster notice is active. `dialsUntried` is always true. If it
 * is false, callers hear nothing that they do not also hear in one of these two cases.
 *
 * A combination can begin only at midnight or at a time that the hours name, so only these times are tried. They are
 * tried on these days:
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
 * A key for comparing instants. If two instants have the same key, callers hear the same at both, apart from the
 * sentence that says when a destination opens again.
 */
function combinationAt({ destinations, reviewBy, timeZone }: Line, now: string): string {
  const answers = destinations.map(
    ({ hours }) => !hours || isOpen(hours, timeZone, now) || (closureAt(hours, timeZone, now)?.reason ?? null),
  );
  return JSON.stringify([isPastReview(reviewBy, timeZone, now), ...answers]);
}

/**
 * The ISO dates to try; those around the review date come first. Weekly hours repeat after a week. So around the first
 * and the last day of an exception, one week on each side shows every case. The days around the review date alone are
 * not enough, because a long closure may cover all of them.
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
  // A destination may be open day and night except on holidays, so holidays are tried too.
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
