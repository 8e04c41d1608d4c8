import type { OpeningHours } from '../../call/line.ts';
import { listFormat } from '../../words/formats.ts';
import { dayRuns, isDayStart, type TimeOfDay, timeOfDay } from '../../words/opening-times.ts';
import { eachDigit, type ReadingRules, word } from './reading-rules.ts';

const small = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ordinals = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third ' +
  'twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
).split(' ');
const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

/** American English, as the voices speak it. */
export const english: ReadingRules = {
  digits: (group) => eachDigit(group, small).join(' '),
  month: ({ year, month }) => `${word(months, month - 1)} ${yearWords(year)}`,
  date: ({ year, month, day }) => `${dayWords(month, day)}, ${yearWords(year)}`,
  day: ({ month, day }) => dayWords(month, day),
  time: (time) => (isDayStart(time) ? 'just after midnight' : timeWords(time)),
  hours: (weekly) => weekly.map(stretch).join(', and '),
  key: (key) => eachDigit(key, small).join(''),
};

/** A number from 0 to 99 in words. */
function cardinal(value: number): string {
  if (value < 20) return word(small, value);
  return word(tens, Math.floor(value / 10)) + (value % 10 === 0 ? '' : `-${word(small, value % 10)}`);
}

/** A year in words. Years are said in pairs of digits, except for the first ten years of a millennium. */
function yearWords(year: number): string {
  const rest = year % 100;
  if (year % 1000 < 10) return `${cardinal(Math.floor(year / 1000))} thousand${rest === 0 ? '' : ` ${cardinal(rest)}`}`;
  const century = cardinal(Math.floor(year / 100));
  if (rest === 0) return `${century} hundred`;
  return `${century} ${rest < 10 ? 'oh ' : ''}${cardinal(rest)}`;
}

function dayWords(month: number, day: number): string {
  return `${word(months, month - 1)} ${word(ordinals, day - 1)}`;
}

/**
 * A time of day in words. Times between midnight and one o'clock are "in the morning". With "at night" after a date,
 * listeners would think of the end of that day.
 */
function timeWords({ hour, minute }: TimeOfDay): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  const minutes = minute === 0 ? '' : ` ${minute < 10 ? 'oh ' : ''}${cardinal(minute)}`;
  return `${cardinal(hour % 12 || 12)}${minutes} ${partOfDay(hour)}`;
}

function partOfDay(hour: number): string {
  if (hour < 12) return 'in the morning';
  return hour < 18 ? 'in the afternoon' : 'in the evening';
}

function stretch({ days, opens, closes }: OpeningHours): string {
  const spoken = dayRuns(days).map(({ from, to }) =>
    from === to ? `on ${word(weekdays, from - 1)}` : `from ${word(weekdays, from - 1)} to ${word(weekdays, to - 1)}`,
  );
  const times = `from ${timeWords(timeOfDay(opens))} to ${timeWords(timeOfDay(closes))}`;
  return `${listFormat('en').format(spoken)}, ${times}`;
}
