/** The time zone in which staff schedule publications. */
const timeZone = 'Asia/Tokyo';

/**
 * Reads a date and a time in Japan.
 * @param date such as `2026-12-01`
 * @param time such as `09:00`
 * @returns milliseconds since the epoch; null for a day or a time that is malformed or does not exist
 */
export function readJapaneseTime(date: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

/**
 * The day and the time of a moment in Japan, as `2026-12-01 09:00`.
 * @param at milliseconds since the epoch
 */
export const formatJapaneseTime = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
