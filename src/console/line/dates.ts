/**
 * The day it is where the line is.
 * @param now milliseconds since the epoch
 * @returns an ISO date
 */
export const todayIn = (timeZone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The same day a year later, when a value is due for review; empty for a text that is not a date. */
export function oneYearAfter(date: string): string {
  try {
    return Temporal.PlainDate.from(date).add({ years: 1 }).toString();
  } catch {
    return '';
  }
}
