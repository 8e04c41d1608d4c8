import { word } from './reading-rules.ts';

const ones = ['', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];
const hundreds = new Map([
  [1, 'ひゃく'],
  [3, 'さんびゃく'],
  [6, 'ろっぴゃく'],
  [8, 'はっぴゃく'],
]);
const thousands = new Map([
  [1, 'せん'],
  [3, 'さんぜん'],
  [8, 'はっせん'],
]);

/**
 * A number from 0 to 9999 in kana.
 * @throws RangeError for a number above 9999
 */
export function japaneseNumber(value: number): string {
  if (value === 0) return 'ゼロ';
  const digitAt = (size: number) => Math.floor(value / size) % 10;
  const tens = digitAt(10);
  return [
    value < 1000 ? '' : (thousands.get(Math.floor(value / 1000)) ?? `${word(ones, Math.floor(value / 1000))}せん`),
    digitAt(100) === 0 ? '' : (hundreds.get(digitAt(100)) ?? `${word(ones, digitAt(100))}ひゃく`),
    tens === 0 ? '' : `${tens === 1 ? '' : word(ones, tens)}じゅう`,
    word(ones, digitAt(1)),
  ].join('');
}
