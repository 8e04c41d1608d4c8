import type { LanguageTag } from '../../call/line.ts';
import { lookup } from '../../words/by-name.ts';
import { type SentenceMeasure, unitName } from './measure-sentence.ts';
import { median } from './median.ts';
import { rateShares } from './predict-seconds.ts';
import type { SoundFinding } from './sound-finding.ts';
import { speechRate } from './speech-rate.ts';

/** Units a minute that the line wants: morae in Easy Japanese, words in English. */
const wanted: Readonly<Record<string, { readonly least: number; readonly most: number }>> = lookup({
  ja: { least: 320, most: 360 },
  en: { least: 130, most: 150 },
});

/** How far below and above it a rate may lie. */
interface Tolerance {
  readonly below: number;
  readonly above: number;
}
type Tolerances = Readonly<Record<SoundFinding['level'], Tolerance>>;

/** Too fast is worse than too slow. Between the prompts of one language commas alone make a difference of a tenth. */
const beyondWanted: Tolerances = { warning: { below: 0.2, above: 0.1 }, error: { below: 0.35, above: 0.25 } };
const besideOthers: Tolerances = { warning: { below: 0.2, above: 0.2 }, error: { below: 0.35, above: 0.35 } };

/** Seconds of speech from which the rate of one prompt says something: a short one is mostly beginning and end. */
const enough = 5;

/** How far a sentence may lie from its prediction: parts of it, and seconds that weigh much in a short one only. */
const lengthTolerance = { warning: 0.25, error: 0.5, slack: 0.6 } as const;

/**
 * in one language at one speed: whether the voice speaks at the line's rate, and whether each sentence
 * took the time its words take in this voice.
 */
export function checkPace(language: LanguageTag, measures: readonly SentenceMeasure[]): SoundFinding[] {
  return [...checkRate(language, measures), ...checkSeconds(language, measures)];
}

/** A language without a rate of its own is held against itself: its prompts shall not differ from one another. */
function checkRate(language: LanguageTag, measures: readonly SentenceMeasure[]): SoundFinding[] {
  const share = measures[0]?.speed === 'slow' ? rateShares.slow : 1;
  const range = wanted[new Intl.Locale(language).language];
  const judge = (rate: number | null, prompt: string | null, least: number, most: number): SoundFinding[] => {
    const { warning, error } = range ? beyondWanted : besideOthers;
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
        ja: `1分に${is}(${unit})の速さです(目安は${should})。声の速さの設定を技術の担当者に直してもらってください。`,
        en: `It is spoken at ${is} ${unit} a minute (about ${should} are wanted); have the voice's rate set.`,
      },
    ];
  };
  if (range) return judge(speechRate(measures), null, range.least * share, range.most * share);
  const prompts = Object.entries(Object.groupBy(measures, ({ prompt }) => prompt))
    .map(([prompt, sentences = []]) => ({ prompt, sentences: sentences.filter((each) => !each.isSlowOnPurpose) }))
    .filter(({ sentences }) => sentences.reduce((sum, { spokenSeconds }) => sum + spokenSeconds, 0) >= enough)
    .map(({ prompt, sentences }) => ({ prompt, rate: speechRate(sentences) }));
  const middle = median(prompts.flatMap(({ rate }) => (rate === null ? [] : [rate])));
  return prompts.flatMap(({ prompt, rate }) => judge(rate, prompt, middle, middle));
}

/** A sentence that lost words, or said some twice, stands out from all others of its voice. */
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
        en: `This sentence takes ${took} seconds where its words take about ${should}; listen whether some are missing or said twice.`,
      },
    ];
  });
}
