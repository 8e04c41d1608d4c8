import type { Hours } from './line.ts';

/**
 * Whether somebody answers at an instant. Closing time itself is closed.
 * @param now an ISO 8601 instant
 * @param timeZone the IANA zone in which the hours are meant
 * @throws RangeError when `now` is not an instant or the zone is unknown
 */
export function isOpen(hours: Hours, timeZone: string, now: string): boolean {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate().toString();
  const monthDay = date.slice(5);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  if (hours.closedOn.includes(date)) return false;
  if (hours.closedEachYear.some((range) => isWithinYearlyRange(monthDay, range))) return false;
  return hours.weekly.some(
    ({ days, opens, closes }) => days.includes(local.dayOfWeek) && opens <= time && time < closes,
  );
}

/** `MM-DD` strings sort like days, except over New Year, where the range is everything outside its gap. */
function isWithinYearlyRange(monthDay: string, { from, to }: { from: string; to: string }): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
}

/** Whether the last day on which the content counts as checked has passed, in the line's own zone. */
export function isPastReview(reviewBy: string, timeZone: string, now: string): boolean {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toString() > reviewBy;
}
