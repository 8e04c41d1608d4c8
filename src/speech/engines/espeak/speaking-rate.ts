import type { LanguageTag } from '../../../call/line.ts';
import type { Speed } from '../../engine.ts';

/**
 * espeak-ng's "words a minute", which mean something else in every language. All are below its default of 175, because
 * callers hear everything once, on a telephone, and some in a second language.
 */
const wordsPerMinute = new Map([
  /** 320 to 360 morae a minute, what listeners of Easy Japanese follow best. */
  ['ja', 127],
  /** 130 to 150 real words a minute: short words make it speak faster than its figure. */
  ['en', 120],
  ['ko', 155],
  /** Syllables carry tones and are drawn out already. */
  ['zh', 160],
  /** Spanish and Portuguese syllables are short and fall fast. */
  ['es', 150],
  ['pt', 150],
]);
const otherwise = 150;

/** Numbers are written down while they are heard. */
const numberShare = 0.78;
/** What callers get who ask for slower speech. */
const slowShare = 0.8;
/** Below this the voice falls apart into single sounds. */
const leastShare = 0.7;

/** The rate to set for words of a language, at the rate of a piece and the speed of a call. */
export function speakingRate(language: LanguageTag, rate: 'normal' | 'number', speed: Speed): number {
  const normal = wordsPerMinute.get(new Intl.Locale(language).language) ?? otherwise;
  const share = (rate === 'number' ? numberShare : 1) * (speed === 'slow' ? slowShare : 1);
  return Math.round(normal * Math.max(share, leastShare));
}
