import type { DatedHours, Hours } from './line.ts';
import { isOpen, isWithinYearlyRange } from './person.ts';

/**
 * How many days `nextOpening` searches. Hours may open only on 29 February, and from one 29 February to the next it can
 * be eight years. 3000 days are a little more. Hours without an opening in this time count as never open.
 */
const maxDays = 3000;

/**
 * The next moment at which calls are answered.
 * @param timeZone the IANA zone of the hours
 * @param now an ISO 8601 instant
 * @returns an ISO 8601 instant: `now` itself during opening hours; null if the hours never open
 * @throws RangeError if `now` is not an instant or the zone is unknown
 */
export function nextOpening(hours: Hours, timeZone: string, now: string): string | null {
  if (isOpen(hours, timeZone, now)) return now;
  const start = Temporal.Instant.from(now);
  const today = start.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let later = 0; later <= maxDays; later += 1) {
    const day = today.add({ days: later });
    const date = day.toString();
    const exceptions = exceptionsOn(hours, date);
    if (isClosedAllDay(hours, date, exceptions)) continue;
    // Calls begin to be answered only when weekly hours or a dated opening begin, or when a dated closure ends.
    // Holidays and yearly closures end at midnight, and weekly hours never span midnight. So these closures add no
    // other time.
    const begins = [
      ...hours.weekly.filter(({ days }) => days.includes(day.dayOfWeek)).map(({ opens }) => opens),
      ...exceptions.map((each) => (each.kind === 'open' ? each.begins : each.ends)),
    ]
      .filter((time) => time < '24:00')
      .sort();
    for (const opens of begins) {
      const at = instantOf(day, opens, timeZone);
      if (Temporal.Instant.compare(at, start) > 0 && isOpen(hours, timeZone, at.toString())) return at.toString();
    }
  }
  return null;
}

const exceptionsOn = ({ dated = [] }: Hours, date: string): readonly DatedHours[] =>
  dated.filter(({ from, to }) => from <= date && date <= to);

/**
 * Whether exceptions, holidays or yearly closures alone show that a day is closed all day. `nextOpening` skips such a
 * day without looking at its hours, which saves time if there are many closures.
 */
function isClosedAllDay(hours: Hours, date: string, exceptions: readonly DatedHours[]): boolean {
  if (exceptions.some(({ kind, begins, ends }) => kind === 'closed' && begins === '00:00' && ends === '24:00'))
    return true;
  if (exceptions.some(({ kind }) => kind === 'open')) return false;
  const monthDay = date.slice(5);
  return hours.closedOn.includes(date) || hours.closedEachYear.some((range) => isWithinYearlyRange(monthDay, range));
}

/** How many days `lastClosing` searches back. */
const daysBefore = 31;

/**
 * The end of the last opening before a moment.
 * @param before an ISO 8601 instant
 * @returns an ISO 8601 instant: `before` itself if calls are answered until then; null if no calls were answered in the
 * month before
 */
export function lastClosing(hours: Hours, timeZone: string, before: string): string | null {
  const end = Temporal.Instant.from(before);
  const lastDay = end.toZonedDateTimeISO(timeZone).toPlainDate();
  const wasOpen = (at: Temporal.Instant) => isOpen(hours, timeZone, at.subtract({ minutes: 1 }).toString());
  if (wasOpen(end)) return before;
  for (let earlier = 0; earlier <= daysBefore; earlier += 1) {
    const day = lastDay.subtract({ days: earlier });
    const date = day.toString();
    const exceptions = exceptionsOn(hours, date);
    const ends = [
      ...hours.weekly.filter(({ days }) => days.includes(day.dayOfWeek)).map(({ closes }) => closes),
      ...exceptions.map((each) => (each.kind === 'open' ? each.ends : each.begins)),
    ].toSorted();
    for (const time of ends.toReversed()) {
      const at = instantOf(day, time, timeZone);
      if (Temporal.Instant.compare(at, end) <= 0 && wasOpen(at)) return at.toString();
    }
  }
  return null;
}

/** @param time `HH:MM`; `24:00` for the end of the day */
function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant {
  const [date, plainTime] = time === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, time];
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(plainTime) }).toInstant();
}
