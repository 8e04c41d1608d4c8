import type { LanguageTag, OpeningHours } from '../call/line.ts';
import type { DatedHours } from './dated-hours.ts';
import { dateFormat, listFormat } from './formats.ts';
import { type DayRun, dayRuns, type TimeOfDay, timeOfDay } from './opening-times.ts';
import type { FactValue } from './segment.ts';

/** How a language writes opening hours. `days` and `times` join the two ends of a range. */
interface HoursStyle {
  readonly days: (from: string, to: string) => string;
  readonly times: (from: string, to: string) => string;
  /** The sign between the days and the times. */
  readonly comma: string;
  /** The sign between two periods. */
  readonly semicolon: string;
}

const latin = { comma: ', ', semicolon: '; ' };
const chinese: HoursStyle = {
  days: (from, to) => `${from}至${to}`,
  times: (from, to) => `${from}至${to}`,
  comma: ' ',
  semicolon: '；',
};
/**
 * A style for languages in which the same words join two days and two times, and in which weekdays do not change their
 * form.
 */
const joined = (before: string, between: string, after = '', marks = latin): HoursStyle => {
  const join = (from: string, to: string) => `${before}${from}${between}${to}${after}`;
  return { ...marks, days: join, times: join };
};
const arabic = { comma: '، ', semicolon: '؛ ' };

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
  ['vi', joined('từ ', ' đến ')],
  ['fil', joined('mula ', ' hanggang ')],
  ['id', { ...latin, days: (from, to) => `${from} sampai ${to}`, times: (from, to) => `pukul ${from} sampai ${to}` }],
  ['ms', joined('dari ', ' hingga ')],
  ['th', joined('ตั้งแต่', 'ถึง')],
  ['ne', joined('', ' देखि ', ' सम्म')],
  ['hi', joined('', ' से ', ' तक')],
  ['bn', joined('', ' থেকে ', ' পর্যন্ত')],
  ['ur', joined('', ' سے ', ' تک', arabic)],
  ['fa', joined('از ', ' تا ', '', arabic)],
  ['ar', joined('من ', ' إلى ', '', arabic)],
  ['fr', { ...latin, days: (from, to) => `du ${from} au ${to}`, times: (from, to) => `de ${from} à ${to}` }],
  ['de', { ...latin, days: (from, to) => `${from} bis ${to}`, times: (from, to) => `${from} bis ${to} Uhr` }],
  ['it', { ...latin, days: (from, to) => `da ${from} a ${to}`, times: (from, to) => `dalle ${from} alle ${to}` }],
]);

/** The style of all other languages. It has no `days`, because every weekday is named, and no range is written. */
const otherLanguages: Omit<HoursStyle, 'days'> = { ...latin, times: (from, to) => `${from} – ${to}` };

/** Formats a fact as readers see it in a sentence: `0570-00-0000`, `October 2015`, `29 December`. */
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

/** How a language writes a range of days, and what it writes before hours that apply to each of these days. */
const dayRanges = new Map<string, { readonly join: (from: string, to: string) => string; readonly each: string }>([
  ['en', { join: (from, to) => `${from} – ${to}`, each: ', each day ' }],
  ['ja', { join: (from, to) => `${from}から${to}まで`, each: '、毎日' }],
  ['zh', { join: (from, to) => `${from}至${to}`, each: ' 每天' }],
  ['ko', { join: (from, to) => `${from}~${to}`, each: ', 매일 ' }],
  ['es', { join: (from, to) => `${from} – ${to}`, each: ', cada día ' }],
  ['pt', { join: (from, to) => `${from} – ${to}`, each: ', todos os dias ' }],
  ['vi', { join: (from, to) => `${from} – ${to}`, each: ', mỗi ngày ' }],
]);
const otherRange = { join: (from: string, to: string) => `${from} – ${to}`, each: ', ' };

/**
 * Formats the days of an exception as readers see them, with the hours if it has any:
 * `29 December 2026 – 3 January 2027`, `5 December 2026, 9:00 a.m. to noon`.
 */
export function formatDays(language: LanguageTag, { from, to = from, begins, ends }: Omit<DatedHours, 'kind'>): string {
  const base = new Intl.Locale(language).language;
  const format = gregorianFormat(language, { year: 'numeric', month: 'long', day: 'numeric' });
  // `formatRange` is not used: in Japanese and Chinese, it writes digits and slashes, which are easily misread.
  const [first = '', last = ''] = [from, to].map((day) => format.format(Date.parse(day)));
  const { join, each } = dayRanges.get(base) ?? otherRange;
  const days = from === to ? first : join(first, last);
  if (begins === undefined || ends === undefined) return days;
  const { comma, times } = hoursStyles.get(base) ?? otherLanguages;
  return (
    days + (from === to ? comma : each) + times(formatTime(language, timeOfDay(begins)), formatEnd(language, ends))
  );
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
  return gregorianFormat(language, options).format(Date.UTC(year, month - 1, day));
}

function gregorianFormat(language: LanguageTag, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // The dates of facts are Gregorian. By default, `Intl` would use another calendar for Thai (another year) and for
  // Persian (another year and month).
  // Plain `en` means American order, in which dates are easily misread outside the United States.
  const locale = language === 'en' ? 'en-GB' : language;
  return dateFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
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
    case 'ko':
      if (minute === 0 && hour % 12 === 0) return hour === 0 ? '자정' : '정오';
      return `${hour < 12 ? '오전' : '오후'} ${hour % 12 || 12}:${minutes}`;
    case 'zh':
      // For Taiwan, `Intl` writes noon as 下午12:00 and midnight as 上午12:00, which readers easily confuse.
      return `${hour}:${minutes}`;
    default:
      return dateFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
        Date.UTC(leapYear, 0, 1, hour, minute),
      );
  }
}

/**
 * Formats the end of opening hours or of an exception. The end of the day is not written as 0:00, because that looks
 * like the beginning of the day.
 */
function formatEnd(language: LanguageTag, time: string): string {
  if (time !== '24:00') return formatTime(language, timeOfDay(time));
  const own = { en: 'midnight', ja: '夜の12時', ko: '자정' } as const;
  const base = new Intl.Locale(language).language;
  return base === 'en' || base === 'ja' || base === 'ko' ? own[base] : '24:00';
}

function formatHours(language: LanguageTag, weekly: readonly OpeningHours[]): string {
  const own = hoursStyles.get(new Intl.Locale(language).language);
  const style = own ?? otherLanguages;
  return weekly
    .map(({ days, opens, closes }) => {
      // In a language without a style, every day is named. A dash between two days could not be heard. Words between
      // two days could require other forms of the names of the days.
      const shown = own
        ? dayRuns(days).map((run) => formatWeekdays(language, own, run))
        : days.map((day) => weekday(language, day));
      const when = style.times(formatTime(language, timeOfDay(opens)), formatEnd(language, closes));
      return listFormat(language).format(shown) + style.comma + when;
    })
    .join(style.semicolon);
}

function formatWeekdays(language: LanguageTag, style: HoursStyle, { from, to }: DayRun): string {
  return from === to ? weekday(language, from) : style.days(weekday(language, from), weekday(language, to));
}

/**
 * The name of an ISO weekday, 1 for Monday to 7 for Sunday. 1 January 2024 was a Monday, so the number of the weekday
 * is also the day of that month.
 */
function weekday(language: LanguageTag, day: number): string {
  return formatDate(language, { weekday: 'long' }, leapYear, 1, day);
}
