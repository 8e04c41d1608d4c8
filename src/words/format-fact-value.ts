import type { LanguageTag, OpeningHours } from '../call/line.ts';
import { dateFormat, listFormat } from './formats.ts';
import { type DayRun, dayRuns, type TimeOfDay, timeOfDay } from './opening-times.ts';
import type { FactValue } from './segment.ts';

/** How a language writes opening hours. `days` and `times` join the two ends of a range. */
interface HoursStyle {
  readonly days: (from: string, to: string) => string;
  readonly times: (from: string, to: string) => string;
  /** Between the days and the times. */
  readonly comma: string;
  /** Between two periods. */
  readonly semicolon: string;
}

const latin = { comma: ', ', semicolon: '; ' };
const chinese: HoursStyle = {
  days: (from, to) => `${from}至${to}`,
  times: (from, to) => `${from}至${to}`,
  comma: ' ',
  semicolon: '；',
};
const plain: HoursStyle = {
  ...latin,
  days: (from, to) => `${from} – ${to}`,
  times: (from, to) => `${from} – ${to}`,
};

const hoursStyles = new Map<string, HoursStyle>([
  ['en', { ...latin, days: (from, to) => `${from} to ${to}`, times: (from, to) => `${from} to ${to}` }],
  [
    'ja',
    {
      days: (from, to) => `${from}から${to}まで`,
      times: (from, to) => `${from}から${to}まで`,
      comma: '、',
      semicolon: '。',
    },
  ],
  ['ko', { ...latin, days: (from, to) => `${from}부터 ${to}까지`, times: (from, to) => `${from}부터 ${to}까지` }],
  ['zh', chinese],
  ['es', { ...latin, days: (from, to) => `de ${from} a ${to}`, times: (from, to) => `de ${from} a ${to}` }],
  ['pt', { ...latin, days: (from, to) => `de ${from} a ${to}`, times: (from, to) => `das ${from} às ${to}` }],
]);

/** A fact as readers see it in a sentence: `0570-00-0000`, `October 2015`, `29 December`. */
export function formatFactValue(language: LanguageTag, value: FactValue): string {
  switch (value.type) {
    case 'phone':
      return value.number;
    case 'key':
      return value.key;
    case 'month':
      return formatDate(language, { year: 'numeric', month: 'long' }, value.year, value.month, 1);
    case 'date':
      return formatDate(
        language,
        { year: 'numeric', month: 'long', day: 'numeric' },
        value.year,
        value.month,
        value.day,
      );
    case 'day':
      return formatDate(language, { month: 'long', day: 'numeric' }, leapYear, value.month, value.day);
    case 'time':
      return formatTime(language, value);
    case 'hours':
      return formatHours(language, value.weekly);
  }
}

/** A year with a 29 February. */
const leapYear = 2024;

function formatDate(
  language: LanguageTag,
  options: Intl.DateTimeFormatOptions,
  year: number,
  month: number,
  day: number,
): string {
  // Plain `en` means American order, in which dates are easily misread outside the United States.
  const locale = language === 'en' ? 'en-GB' : language;
  return dateFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
}

function formatTime(language: LanguageTag, { hour, minute }: TimeOfDay): string {
  const minutes = String(minute).padStart(2, '0');
  switch (new Intl.Locale(language).language) {
    case 'en':
      if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
      return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
    case 'ja':
      if (minute === 0 && hour === 12) return '正午';
      return `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`;
    case 'zh':
      // On Taiwan `Intl` writes noon and midnight as 下午12:00 and 上午12:00, which are easily mistaken.
      return `${hour}:${minutes}`;
    default:
      return dateFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
        Date.UTC(leapYear, 0, 1, hour, minute),
      );
  }
}

function formatHours(language: LanguageTag, weekly: readonly OpeningHours[]): string {
  const style = hoursStyles.get(new Intl.Locale(language).language) ?? plain;
  return weekly
    .map(({ days, opens, closes }) => {
      const shown = dayRuns(days).map((run) => formatDays(language, style, run));
      const when = style.times(formatTime(language, timeOfDay(opens)), formatTime(language, timeOfDay(closes)));
      return listFormat(language).format(shown) + style.comma + when;
    })
    .join(style.semicolon);
}

function formatDays(language: LanguageTag, style: HoursStyle, { from, to }: DayRun): string {
  return from === to ? weekday(language, from) : style.days(weekday(language, from), weekday(language, to));
}

/** The first of January of the leap year was a Monday. */
function weekday(language: LanguageTag, day: number): string {
  return formatDate(language, { weekday: 'long' }, leapYear, 1, day);
}
