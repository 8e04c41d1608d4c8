import type { SentenceMeasure } from '../../../src/speech/measure/measure-sentence.ts';
import type { SoundFinding } from '../../../src/speech/measure/sound-finding.ts';

/** The measures of a sentence. Without changes, the sentence has no findings. */
export const measured = (changes: Partial<SentenceMeasure> = {}): SentenceMeasure => ({
  language: 'en',
  prompt: 'more-follows',
  index: 0,
  speed: 'normal',
  seconds: 3,
  level: -22,
  peak: -4,
  isClipped: false,
  innerSilence: 0.3,
  units: 7,
  spokenSeconds: 3,
  isSlowOnPurpose: false,
  predicted: 3,
  ...changes,
});

export const told = (findings: readonly SoundFinding[]): string[] =>
  findings.map(({ rule, level }) => `${rule} ${level}`);
