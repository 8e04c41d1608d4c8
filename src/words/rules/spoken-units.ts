import type { LanguageTag } from '../../call/line.ts';
import { normalise } from '../../common/normalise.ts';
import { lookup } from '../by-name.ts';
import { countMorae } from './count-morae.ts';
import { baseLanguage } from './language-of.ts';

/** How the length of speech in a language is counted, and how fast the line speaks that language. */
interface SpokenUnits {
  /** What is counted. */
  readonly unit: 'morae' | 'syllables';
  /** How many morae or syllables the line speaks in a minute, including the pauses of ordinary sentences. */
  readonly perMinute: number;
  readonly count: (text: string) => number;
}

const latinWord = /[\p{Script=Latin}\p{M}'’-]+/gu;
const vowels = /[aeiouyàáâãäèéêëìíîïòóôõöùúûü]+/gu;

/** Counts groups of vowels. A voice spells out a word without vowels, so the letters of such a word are counted. */
const syllablesOf = (word: string): number => word.toLowerCase().match(vowels)?.length ?? word.length;

const latinSyllables = (text: string): number =>
  (normalise(text, 'NFC').match(latinWord) ?? []).reduce((sum, word) => sum + syllablesOf(word), 0);

/**
 * Counts groups of vowels in English. A final e, es or ed counts as silent, unless the word has no other vowel, or an l
 * comes before the e.
 */
const englishSyllables = (text: string): number =>
  (text.match(latinWord) ?? []).reduce((sum, word) => {
    const groups = syllablesOf(word);
    return sum + (groups > 1 && /[^aeiouyl]e[sd]?$/iu.test(word) ? groups - 1 : groups);
  }, 0);

const characters =
  (script: RegExp) =>
  (text: string): number =>
    (text.match(script)?.length ?? 0) + latinSyllables(text);

/**
 * The rate of each language:
 * - Japanese: the middle of the line's target, 320 to 360 morae a minute.
 * - English: the middle of the line's target, 130 to 150 words a minute, converted to syllables.
 * - Other languages: measured on the line's voices and prompts. This is about nine tenths of a native speaker's rate.
 */
const units: Readonly<Record<string, SpokenUnits>> = lookup({
  ja: { unit: 'morae', perMinute: 340, count: countMorae },
  en: { unit: 'syllables', perMinute: 210, count: englishSyllables },
  es: { unit: 'syllables', perMinute: 295, count: latinSyllables },
  pt: { unit: 'syllables', perMinute: 295, count: latinSyllables },
  zh: { unit: 'syllables', perMinute: 205, count: characters(/\p{Script=Han}/gu) },
  ko: { unit: 'syllables', perMinute: 290, count: characters(/\p{Script=Hangul}/gu) },
});

/** How a language is counted and how fast it is spoken; null if its rate has not been measured yet. */
export const spokenUnits = (language: LanguageTag): SpokenUnits | null => units[baseLanguage(language)] ?? null;

/** Counts the words of a text, as in a rate of words per minute. */
export const countWords = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
