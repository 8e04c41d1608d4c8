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

/**
 * A moment in Japan's time, as 2026年11月22日(日) 17:00 or Sun 22 November 2026, 17:00.
 * @param at milliseconds since the epoch
 */
export function showMoment(language: ConsoleLanguage, at: number): string {
  const { year, month, day, dayOfWeek, hour, minute } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Tokyo');
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  const weekday = weekdays[language][dayOfWeek - 1] ?? '';
  return language === 'ja'
    ? `${year}年${month}月${day}日(${weekday}) ${time}`
    : `${weekday} ${day} ${months[month - 1] ?? ''} ${year}, ${time}`;
}
