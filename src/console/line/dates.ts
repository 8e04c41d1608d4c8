/**
 * Today's date in the time zone of the line.
 * @param now milliseconds since the epoch
 * @returns an ISO date
 */
export const todayIn = (timeZone: string, now: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The same day a year later, on which a value is due for review; empty if the text is not a date. */
export function oneYearAfter(date: string): string {
  try {
    return Temporal.PlainDate.from(date).add({ years: 1 }).toString();
  } catch {
    return '';
  }
}
