import type { ConsoleLanguage } from './translate.ts';

const zone = { timeZone: 'Asia/Tokyo' } as const;
const wanted: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
const formats = {
  ja: new Intl.DateTimeFormat('ja-JP', { ...zone, ...wanted }),
  en: new Intl.DateTimeFormat('en-GB', { ...zone, ...wanted }),
} as const satisfies Readonly<Record<ConsoleLanguage, Intl.DateTimeFormat>>;

/** Years of the Japanese era, as in official documents, such as 令和8年. */
const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { ...zone, era: 'long', year: 'numeric' });

/**
 * The parts of a date and time in Japan. The functions below join them, so their order does not depend on Node's
 * version.
 */
function partsOf(language: ConsoleLanguage, at: number) {
  const parts = new Map(formats[language].formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}`,
  };
}

/**
 * A date in Japan, such as 2026年(令和8年)11月24日(火) or Tue 24 November 2026.
 * @param at milliseconds since the epoch
 */
export function formatDay(language: ConsoleLanguage, at: number): string {
  const { year, month, day, weekday } = partsOf(language, at);
  if (language === 'en') return `${weekday} ${day} ${month} ${year}`;
  return `${year}年(${era.format(at)})${month.replace('月', '')}月${day}日(${weekday})`;
}

/**
 * A date and time in Japan, such as 2026年11月22日(日) 17:00 or Sun 22 November 2026, 17:00.
 * @param at milliseconds since the epoch
 */
export function formatMoment(language: ConsoleLanguage, at: number): string {
  const { year, month, day, weekday, time } = partsOf(language, at);
  if (language === 'en') return `${weekday} ${day} ${month} ${year}, ${time}`;
  return `${year}年${month.replace('月', '')}月${day}日(${weekday}) ${time}`;
}
