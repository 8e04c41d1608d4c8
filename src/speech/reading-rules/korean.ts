import type { OpeningHours } from '../../call/line.ts';
import { dayRuns, isDayStart, type TimeOfDay, timeOfDay } from '../../words/opening-times.ts';
import { eachDigit, type ReadingRules, word } from './reading-rules.ts';

const digitNames = ['공', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
/** The digits of keys. Here zero is 영. In a telephone number, it is 공. */
const keyDigits = digitNames.with(0, '영');
/** Hours are counted in native Korean numbers. */
const hourNumerals = ['열두', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열', '열한'];
const weekdays = ['월', '화', '수', '목', '금', '토', '일'];

export const korean: ReadingRules = {
  // The digits are separated by spaces. Without spaces, voices would join their sounds: 일이 would become "iri", and 육육
  // "yungnyuk".
  digits: (group) => eachDigit(group, digitNames).join(' '),
  month: ({ year, month }) => `${yearWords(year)} ${monthWords(month)}`,
  date: ({ year, month, day }) => `${yearWords(year)} ${monthWords(month)} ${cardinal(day)}일`,
  day: ({ month, day }) => `${monthWords(month)} ${cardinal(day)}일`,
  time: (time) => (isDayStart(time) ? '오전 영 시' : timeWords(time)),
  hours: (weekly) => weekly.map(stretch).join(', '),
  key: (key) => eachDigit(key, keyDigits).join(''),
};

/** A number from 1 to 9999 in Sino-Korean words. */
function cardinal(value: number): string {
  return [1000, 100, 10, 1]
    .map((size, index) => {
      const digit = Math.floor(value / size) % 10;
      if (digit === 0) return '';
      return (digit === 1 && size > 1 ? '' : word(digitNames, digit)) + word(['천', '백', '십', ''], index);
    })
    .join('');
}

function yearWords(year: number): string {
  return `${cardinal(year)}년`;
}

/** In the names of June and October, the number loses its final consonant. */
function monthWords(month: number): string {
  if (month === 6) return '유월';
  return month === 10 ? '시월' : `${cardinal(month)}월`;
}

function timeWords({ hour, minute }: TimeOfDay): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? '자정' : '정오';
  const minutes = minute === 0 ? '' : ` ${cardinal(minute)} 분`;
  // Not 밤 열두 시, "twelve at night": after a date, those words would be understood as the end of that day.
  if (hour === 0) return `오전 영 시${minutes}`;
  return `${partOfDay(hour)} ${word(hourNumerals, hour % 12)} 시${minutes}`;
}

function partOfDay(hour: number): string {
  return hour < 12 ? '오전' : '오후';
}

function stretch({ days, opens, closes }: OpeningHours): string {
  const spoken = dayRuns(days).map(({ from, to }) =>
    from === to ? weekday(from) : `${weekday(from)}부터 ${weekday(to)}까지`,
  );
  return `${spoken.join(', ')}, ${timeWords(timeOfDay(opens))}부터 ${timeWords(timeOfDay(closes))}까지`;
}

function weekday(day: number): string {
  return `${word(weekdays, day - 1)}요일`;
}
