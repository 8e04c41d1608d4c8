import type { LanguageTag } from '../../call/line.ts';
import { decodeMuLaw, telephoneRate } from '../../sound/mu-law.ts';
import { countWords, spokenUnits } from '../../words/rules/spoken-units.ts';
import { activeLevel, amplitudeOf, decibelsOfPower } from '../active-level.ts';
import type { Speed } from '../engine.ts';
import { finishing } from '../finish-sentence.ts';
import type { SpokenSentence } from '../narration.ts';
import { askedSilence, predictSeconds, spokenText } from './predict-seconds.ts';

/** One sentence as it is spoken and as it came out. */
export interface SentenceSound {
  readonly spoken: Pick<SpokenSentence, 'request' | 'sentence'>;
  /** Which sentence of its prompt, 0 being the first. */
  readonly index: number;
  /** µ-law at 8000 Hz, finished for the telephone. */
  readonly codes: Uint8Array;
}

export interface SentenceMeasure {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly index: number;
  readonly speed: Speed;
  readonly seconds: number;
  /** Active speech level (ITU-T P.56), dBov. */
  readonly level: number;
  /** Loudest sample, dBFS. */
  readonly peak: number;
  /** Whether three samples or more in a row stand at the end of the scale. */
  readonly isClipped: boolean;
  /** The longest silence between beginning and end, seconds; those between groups of digits are short enough. */
  readonly innerSilence: number;
  /** What the sentence says: words in English, else morae or syllables; 0 where the language has no measure. */
  readonly units: number;
  /** Seconds without the silences that are asked for. */
  readonly spokenSeconds: number;
  /** Whether a number or hours are read in it, slowly on purpose. */
  readonly isSlowOnPurpose: boolean;
  /** At the line's rate, seconds; null where it is not known. */
  readonly predicted: number | null;
}

/** The last step of µ-law's scale. */
const fullScale = 0.97;
const clippedRun = 3;
const frame = (finishing.frame * telephoneRate) / 1000;

/** Measures one sentence. */
export function measureSentence({ spoken: { request, sentence }, index, codes }: SentenceSound): SentenceMeasure {
  const samples = decodeMuLaw(codes);
  const seconds = samples.length / telephoneRate;
  const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  const isNumber = request.pieces.some((piece) => piece.kind === 'words' && piece.rate === 'number');
  const hasHours = sentence.segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'hours');
  return {
    language: request.language,
    prompt: sentence.prompt,
    index,
    speed: request.speed,
    seconds,
    level: activeLevel({ samples, sampleRate: telephoneRate }).level,
    peak: decibelsOfPower(peak ** 2),
    isClipped: longestRun(samples.length, (at) => Math.abs(samples[at] ?? 0) >= fullScale) >= clippedRun,
    innerSilence: innerSilence(samples),
    units: unitsOf(request.language, spokenText(request)),
    spokenSeconds: seconds - askedSilence(request),
    isSlowOnPurpose: isNumber || hasHours,
    predicted: predictSeconds(request),
  };
}

const unitsOf = (language: LanguageTag, text: string): number =>
  isEnglish(language) ? countWords(text) : (spokenUnits(language)?.count(text) ?? 0);

const isEnglish = (language: LanguageTag): boolean => new Intl.Locale(language).language === 'en';

/** What `units` counts, and for a rate per minute. */
export const unitName = (language: LanguageTag): string =>
  isEnglish(language) ? 'words' : (spokenUnits(language)?.unit ?? '');

/** The longest run of quiet frames; those at the ends are nobody's pause. */
function innerSilence(samples: Float32Array): number {
  const threshold = amplitudeOf(finishing.trim) ** 2;
  const frames = Math.floor(samples.length / frame);
  const power = (at: number) =>
    samples.subarray(at * frame, (at + 1) * frame).reduce((sum, sample) => sum + sample * sample, 0) / frame;
  const quiet = Array.from({ length: frames }, (_, at) => power(at) < threshold);
  const first = quiet.indexOf(false);
  const last = quiet.lastIndexOf(false);
  return (longestRun(last - first, (at) => quiet[first + at] ?? false) * finishing.frame) / 1000;
}

function longestRun(length: number, isPart: (index: number) => boolean): number {
  let [longest, run] = [0, 0];
  for (let at = 0; at < length; at++) {
    run = isPart(at) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
