import type { LanguageTag } from '../../call/line.ts';
import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { countMorae } from './count-morae.ts';
import { baseLanguage, scriptOf } from './language-of.ts';
import { type PlaceholderLengths, placeholdersLength } from './placeholders-length.ts';
import { countWords } from './spoken-units.ts';
import { findingIn, sentencesOf } from './written-sentence.ts';

interface Measure {
  readonly unit: { readonly ja: string; readonly en: string };
  readonly error: number;
  readonly warning: number;
  readonly count: (text: string) => number;
  /**
   * The approximate spoken length of each placeholder. Telephone numbers and hours count as zero, because no other
   * wording would make them shorter.
   */
  readonly placeholders: PlaceholderLengths;
}

/** Counts the characters of a script. A word in Latin letters counts as two. */
const characters =
  (script: RegExp) =>
  (text: string): number =>
    (text.match(script)?.length ?? 0) + 2 * (text.match(/\p{Script=Latin}+/gu)?.length ?? 0);

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Counts letters as readers see them: a consonant with its vowel signs is one letter. */
const countLetters = (text: string): number =>
  [...graphemes.segment(text)].filter(({ segment }) => /\p{L}/u.test(segment)).length;

const slow = { phone: 0, hours: 0 } as const;
const wordUnit = { ja: '語', en: 'words' };
const characterUnit = { ja: '字', en: 'characters' };
const romance: Omit<Measure, 'error' | 'warning'> = {
  unit: wordUnit,
  count: countWords,
  placeholders: { ...slow, month: 5, date: 7, day: 3, time: 4, key: 1, language: 1 },
};

/**
 * How long a sentence may be for listeners to retain it. In most languages, there is a warning above about seven
 * seconds of speech, and an error above about nine. At the rates of `spoken-units.ts`, the limits are five and seven
 * seconds in Japanese, and nine and twelve in Chinese.
 * Source: NHK's limits for Easy Japanese news; for other languages, the rates at which the line speaks them.
 */
const measures: Readonly<Record<string, Measure>> = lookup({
  ja: {
    unit: { ja: '拍', en: 'morae' },
    error: 40,
    warning: 30,
    count: countMorae,
    placeholders: { ...slow, month: 13, date: 18, day: 9, time: 7, key: 2, language: 4 },
  },
  en: {
    unit: wordUnit,
    error: 22,
    warning: 16,
    count: countWords,
    placeholders: { ...slow, month: 3, date: 5, day: 2, time: 3, key: 1, language: 1 },
  },
  // Vietnamese writes every syllable as a separate word.
  vi: { ...romance, unit: { ja: '音節', en: 'syllables' }, error: 42, warning: 32 },
  es: { ...romance, error: 24, warning: 18 },
  pt: { ...romance, error: 24, warning: 18 },
  zh: {
    unit: characterUnit,
    error: 42,
    warning: 32,
    count: characters(/\p{Script=Han}/gu),
    placeholders: { ...slow, month: 7, date: 10, day: 6, time: 5, key: 1, language: 2 },
  },
  // Seven and nine seconds at five syllables a second.
  ko: {
    unit: characterUnit,
    error: 45,
    warning: 35,
    count: characters(/\p{Script=Hangul}/gu),
    placeholders: { ...slow, month: 7, date: 10, day: 7, time: 6, key: 1, language: 3 },
  },
});

/**
 * The measure for languages whose rate has not been measured. It assumes fourteen letters a second, as in most
 * languages with an alphabet. The limits are generous on purpose, but far below the limit of every engine for one
 * sentence.
 */
const unmeasured: Measure = {
  unit: { ja: '字', en: 'letters' },
  error: 130,
  warning: 100,
  count: countLetters,
  placeholders: { ...slow, month: 14, date: 20, day: 11, time: 10, key: 5, language: 9 },
};

/** For each script, the language whose measure is used for tags without a measure of their own, such as `yue`. */
const measuredScripts = new Map([
  ['Hans', 'zh'],
  ['Hant', 'zh'],
  ['Jpan', 'ja'],
  ['Kore', 'ko'],
]);

/** The measure of any language: its own measure, the measure for its script, or the measure for all other languages. */
const measureOf = (tag: LanguageTag): Measure =>
  measures[baseLanguage(tag)] ?? measures[measuredScripts.get(scriptOf(tag) ?? '') ?? ''] ?? unmeasured;

/** T-02: a sentence that is too long to be understood by callers who hear it once. */
export function sentenceLength(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const measure = measureOf(sentence.language);
    const length = measure.count(sentence.spoken) + placeholdersLength(draft, sentence, measure.placeholders);
    if (length <= measure.warning) return [];
    const [level, limit] =
      length > measure.error ? (['error', measure.error] as const) : (['warning', measure.warning] as const);
    const [start] = /^(?:\{\{[^{}]*\}\}|.){0,20}/su.exec(sentence.shown) ?? [''];
    return [
      findingIn(sentence, 'T-02', level, {
        ja: `「${start}」で始まる文は${length}${measure.unit.ja}あります(上限${limit})。二つの文に分けてください。`,
        en: `The sentence that begins "${start}" has ${length} ${measure.unit.en} (at most ${limit}); split it into two sentences.`,
      }),
    ];
  });
}
