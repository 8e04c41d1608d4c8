import { rateFactor } from '../rates.ts';
import type { SentenceMeasure } from './measure-sentence.ts';
import { levelAbove, type SoundFinding } from './sound-finding.ts';

/**
 * Maximum seconds of a sentence. An ordinary sentence should fit into one breath. A sentence with a telephone number or
 * with hours may take as long as one telephone number needs, because numbers are read slowly.
 * Source: NHK's limit of seven seconds for Easy Japanese news.
 */
const longest = { ordinary: { warning: 7, error: 9 }, slowOnPurpose: { warning: 10, error: 14 } } as const;

/**
 * Loudness in dBov. The target is -22. A sentence above `most.error` makes callers hold the telephone away from the
 * ear. A sentence below `least.error` cannot be heard.
 */
const loudness = { least: { warning: -23, error: -28 }, most: { warning: -21, error: -16 } } as const;
/** Peak in dBFS. Peaks are limited to -3 before encoding, and encoding does not raise them above -3. */
const peak = { warning: -3, error: -1 } as const;
/** Seconds of silence inside a sentence. A longer silence sounds like the end of the sentence, or like a fault. */
const silence = { warning: 1.2, error: 3 } as const;

/**
 * The checks that need only one sentence. T-01: its length. A-01: its loudness. A-03: its peak. A-05: silence inside
 * the sentence.
 */
export function checkSentence(measure: SentenceMeasure): SoundFinding[] {
  const { language, prompt, index } = measure;
  const finding = (rule: string, found: SoundFinding['level'] | null, ja: string, en: string): SoundFinding[] =>
    found === null ? [] : [{ rule, level: found, language, prompt, index, ja, en }];
  const factor = 1 / rateFactor('normal', measure.speed);
  const bound = measure.isSlowOnPurpose ? longest.slowOnPurpose : longest.ordinary;
  const took = measure.seconds.toFixed(1);
  const loud = measure.level.toFixed(1);
  return [
    ...finding(
      'T-01',
      levelAbove(measure.seconds / factor, bound),
      `この文は${took}秒かかります(目安は${bound.warning * factor}秒まで)。二つの文に分けてください。`,
      `This sentence takes ${took} seconds (at most ${bound.warning * factor}); split it into two sentences.`,
    ),
    ...finding(
      'A-01',
      levelOfLoudness(measure.level),
      `声の大きさが${loud} dBovです(${loudness.least.warning}から${loudness.most.warning}まで)。audio-cacheのこの音声を消して作り直してください。`,
      `The level is ${loud} dBov (should be ${loudness.least.warning} to ${loudness.most.warning}); delete this sound from the audio cache and make it again.`,
    ),
    ...finding(
      'A-03',
      measure.isClipped ? 'error' : levelAbove(measure.peak, peak),
      `音が割れるおそれがあります(最大${measure.peak.toFixed(1)} dBFS)。audio-cacheのこの音声を消して作り直してください。`,
      `The loudest moment of this sound is too loud (${measure.peak.toFixed(1)} dBFS); delete this sound from the audio cache and make it again.`,
    ),
    ...finding(
      'A-05',
      levelAbove(measure.innerSilence, silence),
      `文の途中に${measure.innerSilence.toFixed(1)}秒の無音があります。文を二つに分けるか、読点を減らしてください。`,
      `There is a silence of ${measure.innerSilence.toFixed(1)} seconds inside the sentence; split the sentence, or remove commas.`,
    ),
  ];
}

/** The level of the finding about a loudness; null if the loudness is right. */
function levelOfLoudness(value: number): SoundFinding['level'] | null {
  const { least, most } = loudness;
  if (!(value >= least.error && value <= most.error)) return 'error';
  return value < least.warning || value > most.warning ? 'warning' : null;
}
