import type { Hours } from '../../call/line.ts';
import { isOpen } from '../../call/person.ts';

/** Longer than eight years, the longest wait for a 29 February: what does not open within it never opens. */
const farthest = 3000;

/**
 * When somebody answers next.
 * @param timeZone the IANA zone in which the hours are meant
 * @param now an ISO 8601 instant
 * @returns an ISO 8601 instant, `now` itself while somebody answers; null when nobody ever will
 * @throws RangeError when `now` is not an instant or the zone is unknown
 */
export function nextOpening(hours: Hours, timeZone: string, now: string): string | null {
  if (isOpen(hours, timeZone, now)) return now;
  const start = Temporal.Instant.from(now);
  const today = start.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let later = 0; later <= farthest; later += 1) {
    const day = today.add({ days: later });
    // A closure ends with its day, so somebody begins to answer only when a stretch begins.
    const begins = hours.weekly
      .filter(({ days }) => days.includes(day.dayOfWeek))
      .map(({ opens }) => opens)
      .sort();
    for (const opens of begins) {
      const at = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(opens) }).toInstant();
      if (Temporal.Instant.compare(at, start) > 0 && isOpen(hours, timeZone, at.toString())) return at.toString();
    }
  }
  return null;
}
