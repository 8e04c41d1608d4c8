/**
 * The day it is where the line is.
 * @param now milliseconds since the epoch
 * @returns an ISO date
 */
export const todayIn = (timeZone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The same day a year later: by then somebody should look again. Empty for what is no date. */
export function oneYearAfter(date: string): string {
  try {
    return Temporal.PlainDate.from(date).add({ years: 1 }).toString();
  } catch {
    return '';
  }
}
