import { normalise } from '../../../common/normalise.ts';
import { SpeechError } from '../../engine.ts';
import { japaneseNumber } from '../../reading-rules/japanese-number.ts';

const letters = (
  'エー ビー シー ディー イー エフ ジー エイチ アイ ジェー ケー エル エム エヌ オー ピー キュー アール エス ティー ' +
  'ユー ブイ ダブリュー エックス ワイ ゼット'
).split(' ');
const digits = ['ゼロ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう'];

/**
 * Spells Easy Japanese as it sounds. Otherwise espeak would read the particles は, へ and を as they are written, and
 * しょう as "sho-u". It would read digits and Latin letters in another language, or not at all.
 * @throws SpeechError for kanji, because espeak cannot read them without a reading
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

/** Marks the long vowels of a reading if its text consists of kanji only: ふうとう, the reading of 封筒, is "fūtō". */
export function respellJapaneseReading({ text, reading }: { readonly text: string; readonly reading: string }): string {
  // The final う of a verb is a separate syllable, as in おもう, written {思|おも}う. If a text has kana among its kanji, its
  // reading may contain such an う, so its long vowels are not marked.
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
 * Respells one phrase, that is, the text between spaces or punctuation marks. Easy Japanese has a space after every
 * particle, so a particle is at the end of its phrase.
 */
function phrase(kana: string): string {
  return commonLongVowels(kana)
    .replace(/を/g, 'お')
    .replace(/([でにと])は(?=あり|な)/g, '$1わ')
    .replace(/へ$/, 'え')
    .replace(/は$/, kana === 'はは' ? 'は' : 'わ');
}

/**
 * Marks the long vowels of common words. Other words are left as they are, because without kanji they cannot be
 * distinguished from verbs that end in う, such as おもう and もらう.
 */
function commonLongVowels(kana: string): string {
  return kana
    .replace(/ょう/g, 'ょー')
    .replace(/よう(?=[びかにな]|で)/g, 'よー')
    .replace(/^(ありがと|おはよ|おと|いもと|ほんと|ど|そ|も|ほ|こ)う/, '$1ー');
}
