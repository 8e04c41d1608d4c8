import type { OpeningHours } from '../../call/line.ts';
import { dayRuns, isDayStart, type TimeOfDay, timeOfDay } from '../../words/opening-times.ts';
import { japaneseNumber } from './japanese-number.ts';
import { eachDigit, type ReadingRules, word } from './reading-rules.ts';

/** Digits with two morae each, as operators read them out. Short ニ and ゴ are easily missed on the telephone. */
const digits = ['ゼロ', 'イチ', 'ニー', 'サン', 'ヨン', 'ゴー', 'ロク', 'ナナ', 'ハチ', 'キュー'];
const months = ['いち', 'に', 'さん', 'し', 'ご', 'ろく', 'しち', 'はち', 'く', 'じゅう', 'じゅういち', 'じゅうに'];
/** The days with irregular names. All other days are the number and にち. */
const days = new Map([
  [1, 'ついたち'],
  [2, 'ふつか'],
  [3, 'みっか'],
  [4, 'よっか'],
  [5, 'いつか'],
  [6, 'むいか'],
  [7, 'なのか'],
  [8, 'ようか'],
  [9, 'ここのか'],
  [10, 'とおか'],
  [14, 'じゅうよっか'],
  [17, 'じゅうしちにち'],
  [19, 'じゅうくにち'],
  [20, 'はつか'],
  [24, 'にじゅうよっか'],
  [27, 'にじゅうしちにち'],
  [29, 'にじゅうくにち'],
]);
const hours = ['れい', 'いち', 'に', 'さん', 'よ', 'ご', 'ろく', 'しち', 'はち', 'く', 'じゅう', 'じゅういち'];
/** The last digit of the minutes, with ふん or ぷん. */
const minuteEnds = [
  '',
  'いっぷん',
  'にふん',
  'さんぷん',
  'よんぷん',
  'ごふん',
  'ろっぷん',
  'ななふん',
  'はっぷん',
  'きゅうふん',
];
const weekdays = ['げつようび', 'かようび', 'すいようび', 'もくようび', 'きんようび', 'どようび', 'にちようび'];

/** Facts in kana. As in Easy Japanese, there are spaces between phrases. */
export const japanese: ReadingRules = {
  digits: (group) => eachDigit(group, digits).join(''),
  month: ({ year, month }) => `${yearWords(year)} ${monthWords(month)}`,
  date: ({ year, month, day }) => `${yearWords(year)} ${monthWords(month)} ${dayWords(day)}`,
  day: ({ month, day }) => `${monthWords(month)} ${dayWords(day)}`,
  time: (time) => (isDayStart(time) ? 'ごぜん れいじ' : timeWords(time)),
  hours: (weekly) => weekly.map(stretch).join('、 '),
  key: (key) => eachDigit(key, digits).join(''),
};

/** A year in words. A year that ends in four is よねん, never よんねん. */
function yearWords(year: number): string {
  return `${japaneseNumber(year).replace(/よん$/, 'よ')}ねん`;
}

function monthWords(month: number): string {
  return `${word(months, month - 1)}がつ`;
}

function dayWords(day: number): string {
  return days.get(day) ?? `${japaneseNumber(day)}にち`;
}

function timeWords({ hour, minute }: TimeOfDay): string {
  const minutes = minute === 0 ? '' : ` ${minuteWords(minute)}`;
  // After a date, よるの じゅうにじ ごふん would be understood as the end of that day.
  if (hour === 0 && minute > 0) return `ごぜん れいじ${minutes}`;
  // ごぜん れいじ and ごご れいじ are correct but formal, and some people understand ごご じゅうにじ as midnight. So these
  // words are not used.
  if (hour % 12 === 0) return `${hour === 0 ? 'よる' : 'ひる'}の じゅうにじ${minutes}`;
  return `${hour < 12 ? 'ごぜん' : 'ごご'} ${word(hours, hour % 12)}じ${minutes}`;
}

function minuteWords(minute: number): string {
  const tens = minute - (minute % 10);
  if (minute % 10 === 0) return japaneseNumber(tens).replace(/じゅう$/, 'じゅっぷん');
  return (tens === 0 ? '' : japaneseNumber(tens)) + word(minuteEnds, minute % 10);
}

function stretch({ days: open, opens, closes }: OpeningHours): string {
  const spoken = dayRuns(open).map(({ from, to }) =>
    from === to ? weekday(from) : `${weekday(from)}から ${weekday(to)}まで`,
  );
  return `${spoken.join('と ')}、 ${timeWords(timeOfDay(opens))}から ${timeWords(timeOfDay(closes))}まで`;
}

function weekday(day: number): string {
  return word(weekdays, day - 1);
}
