import { normalise } from '../../../common/normalise.ts';
import { SpeechError } from '../../engine.ts';
import { japaneseNumber } from '../../reading-rules/japanese-number.ts';

const letters = (
  'エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ' +
  'ユー ブイ ダブリュー エックス ワイ ゼット'
).split(' ');
const digits = ['ゼロ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];

/**
 * Spells Easy Japanese as it sounds. Otherwise espeak would read the particles は, へ and を literally, しょう as "sho-u",
 * and digits, Latin letters and kanji in another language or not at all.
 * @throws SpeechError for kanji, which need a written reading.
 */
export function respellJapanese(text: string): string {
  const kanji = /[\p{Script=Han}々]+/u.exec(text)?.[0];
  if (kanji !== undefined) {
    throw new SpeechError({
      ja: `内蔵の声は「${kanji}」を読めません。{${kanji}|…} と読みを書くか、かなにしてください。`,
      en: `The embedded voice cannot read ${kanji}: write its reading, {${kanji}|…}, or use kana.`,
    });
  }
  return normalise(text, 'NFKC')
    .replace(/[~〜]/g, 'から')
    .replace(/\d+/g, numberWords)
    .replace(/[A-Za-z]/g, (letter) => letters[letter.toUpperCase().charCodeAt(0) - 65] ?? letter)
    .replace(/[\p{L}\p{N}]+/gu, phrase);
}

/** A reading, with its long vowels marked if its text is kanji alone: ふうとう, the reading of 封筒, is "fūtō". */
export function respellJapaneseReading({ text, reading }: { readonly text: string; readonly reading: string }): string {
  // Long vowels are marked only for text in kanji alone. The う of おもう, {思|おも}う, is a separate syllable. Where kana are
  // mixed with the kanji, a reading may contain such an う too.
  return /^\p{Script=Han}+$/u.test(text) ? longVowels(reading) : reading;
}

function longVowels(kana: string): string {
  return kana
    .replace(/(?<=[おこそとのほもよろをごぞどぼぽょ])う/g, 'ー')
    .replace(/(?<=[えけせてねへめれげぜでべぺ])い/g, 'ー')
    .replace(/(?<=[うくすつぬふむゆるぐずづぶぷゅ])う/g, 'ー');
}

function numberWords(number: string): string {
  const value = Number(number);
  if (value < 10_000 && String(value) === number) return japaneseNumber(value);
  return Array.from(number, (digit) => digits[Number(digit)]).join('');
}

/**
 * Respells one phrase, which stands between spaces or punctuation. Easy Japanese puts a space after every particle, so
 * a phrase ends in its particle.
 */
function phrase(kana: string): string {
  return commonLongVowels(kana)
    .replace(/を/g, 'お')
    .replace(/([でにと])は(?=あり|な)/g, '$1わ')
    .replace(/へ$/, 'え')
    .replace(/は$/, kana === 'はは' ? 'は' : 'わ');
}

/**
 * Marks the long vowels of common words. In kana alone, other words cannot be distinguished from verbs that end in う,
 * such as おもう and もらう.
 */
function commonLongVowels(kana: string): string {
  return kana
    .replace(/ょう/g, 'ょー')
    .replace(/よう(?=[びかにな]|で)/g, 'よー')
    .replace(/^(ありがと|おはよ|おと|いもと|ほんと|ど|そ|も|ほ|こ)う/, '$1ー');
}
