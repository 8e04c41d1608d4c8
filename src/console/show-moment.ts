import type { ConsoleLanguage } from './texts/texts.ts';

const weekdays = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
].concat(['November', 'December']);

const partsOf = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Tokyo');

/** Years as documents of an office count them. */
const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'Asia/Tokyo' });

/**
 * A day in Japan, as 2026年(令和8年)11月24日(火) or Tue 24 November 2026.
 * @param at milliseconds since the epoch
 */
export function showDay(language: ConsoleLanguage, at: number): string {
  const { year, month, day, dayOfWeek } = partsOf(at);
  const weekday = weekdays[language][dayOfWeek - 1] ?? '';
  return language === 'ja'
    ? `${year}年(${era.format(at)})${month}月${day}日(${weekday})`
    : `${weekday} ${day} ${months[month - 1] ?? ''} ${year}`;
}

/**
 * A moment in Japan's time, as 2026年11月22日(日) 17:00 or Sun 22 November 2026, 17:00.
 * @param at milliseconds since the epoch
 */
export function showMoment(language: ConsoleLanguage, at: number): string {
  const { year, month, day, dayOfWeek, hour, minute } = partsOf(at);
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  const weekday = weekdays[language][dayOfWeek - 1] ?? '';
  return language === 'ja'
    ? `${year}年${month}月${day}日(${weekday}) ${time}`
    : `${weekday} ${day} ${months[month - 1] ?? ''} ${year}, ${time}`;
}
