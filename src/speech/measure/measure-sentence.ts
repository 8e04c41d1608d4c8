import type { LanguageTag } from '../../call/line.ts';
import type { Bilingual } from '../../common/bilingual.ts';
import { decodeMuLaw, telephoneRate } from '../../sound/mu-law.ts';
import { countWords, spokenUnits } from '../../words/rules/spoken-units.ts';
import { activeLevel, amplitudeOf, decibelsOfPower } from '../active-level.ts';
import type { Speed } from '../engine.ts';
import { finishing } from '../finish-sentence.ts';
import type { SpokenSentence } from '../narration.ts';
import { predictSeconds, requestedSilence, spokenText } from './predict-seconds.ts';

/** One sentence as it was requested, with the sound that was made. */
interface SentenceSound {
  readonly spoken: Pick<SpokenSentence, 'request' | 'sentence'>;
  /** The index of the sentence in its prompt. */
  readonly index: number;
  /** µ-law at 8000 Hz, finished for the telephone. */
  readonly codes: Uint8Array;
}

/** What was measured of the sound of one sentence. */
export interface SentenceMeasure {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly index: number;
  readonly speed: Speed;
  readonly seconds: number;
  /** Active speech level (ITU-T P.56), in dBov. */
  readonly level: number;
  /** Loudest sample, in dBFS. */
  readonly peak: number;
  /** Whether three or more consecutive samples are at full scale. */
  readonly isClipped: boolean;
  /** Seconds of the longest silence inside the sentence. Pauses between groups of digits are too short to matter. */
  readonly innerSilence: number;
  /** The length of the text: words in English, otherwise morae or syllables; 0 if the language has no such unit. */
  readonly units: number;
  /** The duration in seconds, without the requested silences. */
  readonly spokenSeconds: number;
  /** Whether the sentence contains a telephone number, which is read slowly, or hours, which take long. */
  readonly isSlowOnPurpose: boolean;
  /** The predicted duration in seconds at the line's speaking rate; null if the rate of the language is not known. */
  readonly predicted: number | null;
}

/** Amplitude from which a sample is at full scale: the last step of µ-law. */
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
    spokenSeconds: seconds - requestedSilence(request),
    isSlowOnPurpose: isNumber || hasHours,
    predicted: predictSeconds(request),
  };
}

const unitsOf = (language: LanguageTag, text: string): number =>
  isEnglish(language) ? countWords(text) : (spokenUnits(language)?.count(text) ?? 0);

const isEnglish = (language: LanguageTag): boolean => new Intl.Locale(language).language === 'en';

const unitNames = {
  words: { ja: '語', en: 'words' },
  morae: { ja: '拍', en: 'morae' },
  syllables: { ja: '音節', en: 'syllables' },
} as const;

/** The name of the unit in which texts and speaking rates are counted; empty if the language has no such unit. */
export function unitName(language: LanguageTag): Bilingual {
  if (isEnglish(language)) return unitNames.words;
  const units = spokenUnits(language);
  return units ? unitNames[units.unit] : { ja: '', en: '' };
}

/**
 * The mean rate in units per minute. Sentences with telephone numbers or hours are left out.
 * @returns null if no sentence remains, or the language has no unit
 */
export function speechRate(measures: readonly SentenceMeasure[]): number | null {
  const counted = measures.filter(({ isSlowOnPurpose, units }) => !isSlowOnPurpose && units > 0);
  const seconds = counted.reduce((sum, { spokenSeconds }) => sum + spokenSeconds, 0);
  if (seconds === 0) return null;
  return (60 * counted.reduce((sum, { units }) => sum + units, 0)) / seconds;
}

/** The longest run of quiet frames in seconds, without the quiet frames at the ends. */
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
