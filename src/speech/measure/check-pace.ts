import type { LanguageTag } from '../../call/line.ts';
import { lookup } from '../../words/by-name.ts';
import { rateFactor } from '../rates.ts';
import { type SentenceMeasure, speechRate, unitName } from './measure-sentence.ts';
import type { SoundFinding } from './sound-finding.ts';

/** Target rates in units per minute: morae in Easy Japanese, words in English. */
const targets: Readonly<Record<string, { readonly least: number; readonly most: number }>> = lookup({
  ja: { least: 320, most: 360 },
  en: { least: 130, most: 150 },
});

/** How far a rate may be below and above the target, as fractions of the target. */
interface Tolerance {
  readonly below: number;
  readonly above: number;
}
type Tolerances = Readonly<Record<SoundFinding['level'], Tolerance>>;

/**
 * Tolerances for a language with a target. Speech that is too fast is worse than speech that is too slow, so less is
 * allowed above the target than below it.
 */
const fromTarget: Tolerances = { warning: { below: 0.2, above: 0.1 }, error: { below: 0.35, above: 0.25 } };
/**
 * Tolerances for a prompt that is compared with the other prompts of its language. They are wide, because commas alone
 * make the rates of prompts differ by a tenth.
 */
const fromOtherPrompts: Tolerances = { warning: { below: 0.2, above: 0.2 }, error: { below: 0.35, above: 0.35 } };

/**
 * Minimum seconds of speech in a prompt whose rate is compared. A shorter prompt consists mostly of beginnings and
 * ends, so its rate says little.
 */
const minSeconds = 5;

/**
 * How far the length of a sentence may deviate from its prediction: `slack` seconds, plus a fraction of the prediction.
 * The slack matters most in short sentences.
 */
const lengthTolerance = { warning: 0.25, error: 0.5, slack: 0.6 } as const;

/**
 * Checks one language at one speed.
 * whether the voice speaks at the target rate. In a language without a target: whether all prompts have about the
 * same rate.
 * whether each sentence takes as long as so many words usually take with this voice.
 */
export function checkPace(language: LanguageTag, measures: readonly SentenceMeasure[]): SoundFinding[] {
  return [...checkRate(language, measures), ...checkSeconds(language, measures)];
}

/**
 * Compares the rate of a language with its target. In a language without a target, each prompt is compared with
 * the median of all prompts.
 */
function checkRate(language: LanguageTag, measures: readonly SentenceMeasure[]): SoundFinding[] {
  const factor = rateFactor('normal', measures[0]?.speed ?? 'normal');
  const range = targets[new Intl.Locale(language).language];
  const judge = (rate: number | null, prompt: string | null, least: number, most: number): SoundFinding[] => {
    const { warning, error } = range ? fromTarget : fromOtherPrompts;
    const isBeyond = ({ below, above }: Tolerance) =>
      rate !== null && (rate < least * (1 - below) || rate > most * (1 + above));
    if (rate === null || !isBeyond(warning)) return [];
    const is = rate.toFixed(0);
    const should = least === most ? least.toFixed(0) : `${least.toFixed(0)}–${most.toFixed(0)}`;
    const unit = unitName(language);
    return [
      {
        rule: 'A-06',
        level: isBeyond(error) ? 'error' : 'warning',
        language,
        prompt,
        index: null,
        ja: `1分に${is}${unit.ja}の速さです(目安は${should})。声の速さの設定を技術の担当者に直してもらってください。`,
        en: `The speech has ${is} ${unit.en} a minute (should be about ${should}); ask your technician to correct the speaking rate of the voice.`,
      },
    ];
  };
  if (range) return judge(speechRate(measures), null, range.least * factor, range.most * factor);
  const prompts = Object.entries(Object.groupBy(measures, ({ prompt }) => prompt))
    .map(([prompt, sentences = []]) => ({ prompt, sentences: sentences.filter((each) => !each.isSlowOnPurpose) }))
    .filter(({ sentences }) => sentences.reduce((sum, { spokenSeconds }) => sum + spokenSeconds, 0) >= minSeconds)
    .map(({ prompt, sentences }) => ({ prompt, rate: speechRate(sentences) }));
  const middle = median(prompts.flatMap(({ rate }) => (rate === null ? [] : [rate])));
  return prompts.flatMap(({ prompt, rate }) => judge(rate, prompt, middle, middle));
}

/**
 * Compares the length of each sentence with its prediction. The predictions are first corrected by the median
 * pace of all sentences. If words are missing or repeated, the length of a sentence differs from its prediction.
 */
function checkSeconds(language: LanguageTag, measures: readonly SentenceMeasure[]): SoundFinding[] {
  const known = measures.flatMap((each) => (each.predicted === null ? [] : [{ ...each, predicted: each.predicted }]));
  const pace = median(known.map(({ seconds, predicted }) => seconds / predicted));
  return known.flatMap(({ seconds, predicted, prompt, index }): SoundFinding[] => {
    const expected = predicted * pace;
    const off = Math.max(0, Math.abs(seconds - expected) - lengthTolerance.slack) / expected;
    if (off <= lengthTolerance.warning) return [];
    const [took, should] = [seconds.toFixed(1), expected.toFixed(1)];
    return [
      {
        rule: 'A-07',
        level: off > lengthTolerance.error ? 'error' : 'warning',
        language,
        prompt,
        index,
        ja: `この文は${took}秒ですが、言葉の数からは約${should}秒のはずです。抜けたり重なったりしていないか聞いてください。`,
        en: `This sentence takes ${took} seconds where its words take about ${should}; listen for words that are missing or said twice.`,
      },
    ];
  });
}

/** The median of some values; NaN if there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
