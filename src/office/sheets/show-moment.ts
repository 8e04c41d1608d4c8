/**
 * A moment in Japan's time in a form that both languages read: 2026-11-24 09:00.
 * @param at milliseconds since the epoch
 */
export const showMoment = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Asia/Tokyo')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
