import type { OpeningHours } from '../../call/line.ts';
import { dayRuns, isDayStart, type TimeOfDay, timeOfDay } from '../../words/opening-times.ts';
import { eachDigit, type ReadingRules, word } from './reading-rules.ts';

/** The words that differ between the mainland and Taiwan. */
interface Variant {
  /** The digit 1 in phone numbers: on the mainland 幺 (yāo), because 一 and 七 are easily confused; in Taiwan 一. */
  readonly phoneOne: string;
  readonly oClock: string;
  /** The word for two in "two o'clock". */
  readonly two: string;
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

export const simplifiedChinese = chinese({
  phoneOne: '幺',
  oClock: '点',
  two: '两',
});

export const traditionalChinese = chinese({
  phoneOne: '一',
  oClock: '點',
  two: '兩',
});

function chinese(variant: Variant): ReadingRules {
  const phoneDigits = digits.with(1, variant.phoneOne);
  const timeWords = ({ hour, minute }: TimeOfDay) => {
    // After a date, "twelve" would be understood as the end of that day.
    const isAfterMidnight = hour === 0 && minute > 0;
    const hours = isAfterMidnight ? '零' : hour % 12 === 2 ? variant.two : cardinal(hour % 12 || 12);
    const minutes = minute === 0 ? '' : `${minute < 10 ? '零' : ''}${cardinal(minute)}分`;
    return partOfDay(hour, minute) + hours + variant.oClock + minutes;
  };
  const stretch = ({ days, opens, closes }: OpeningHours) => {
    const spoken = dayRuns(days).map(({ from, to }) =>
      from === to ? weekday(from) : `${weekday(from)}到${weekday(to)}`,
    );
    return `${spoken.join('、')}，${timeWords(timeOfDay(opens))}到${timeWords(timeOfDay(closes))}`;
  };
  return {
    digits: (group) => eachDigit(group, phoneDigits).join(''),
    month: ({ year, month }) => `${yearWords(year)}${cardinal(month)}月`,
    date: ({ year, month, day }) => `${yearWords(year)}${dayWords(month, day)}`,
    day: ({ month, day }) => dayWords(month, day),
    time: (time) => (isDayStart(time) ? `凌晨零${variant.oClock}` : timeWords(time)),
    hours: (weekly) => weekly.map(stretch).join('，'),
    key: (key) => eachDigit(key, digits).join(''),
  };
}

/** A number from 0 to 99 in words. */
function cardinal(value: number): string {
  if (value < 10) return word(digits, value);
  const tens = value < 20 ? '' : word(digits, Math.floor(value / 10));
  return `${tens}十${value % 10 === 0 ? '' : word(digits, value % 10)}`;
}

/** Years are read digit by digit, with 一 for 1 in both variants. */
function yearWords(year: number): string {
  return `${eachDigit(String(year), digits).join('')}年`;
}

function dayWords(month: number, day: number): string {
  return `${cardinal(month)}月${cardinal(day)}日`;
}

function partOfDay(hour: number, minute: number): string {
  if (hour === 0) return minute === 0 ? '午夜' : '凌晨';
  if (hour < 5) return '凌晨';
  if (hour < 12) return '上午';
  if (hour === 12) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

function weekday(day: number): string {
  return `星期${word(weekdays, day - 1)}`;
}
