/**
 * Reads what a field for date and time sends, such as `2026-11-22T17:05`, as a moment in Japan: the last one of that minute.
 * @returns milliseconds since the epoch; null for anything else
 */
export function readJapaneseMoment(text: string): number | null {
  try {
    const local = Temporal.PlainDateTime.from(text).round({ smallestUnit: 'minute', roundingMode: 'floor' });
    return local.toZonedDateTime('Asia/Tokyo').epochMilliseconds + 59_999;
  } catch {
    return null;
  }
}
