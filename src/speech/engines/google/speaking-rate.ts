import type { SpeechRequest, Speed } from '../../engine.ts';

/** A little slower than the voices' own: callers hear everything once, on a telephone, and some in a second language. */
const normalRate = 0.95;

/** Easy Japanese is spoken slowly: 320 to 360 morae a minute. */
const easyJapaneseRate = 0.85;

/** What callers get who ask for slower speech. */
const slowShare = 0.8;

/** Numbers are written down while they are heard. */
const numberShare = 0.78;

/** Nothing is drawn out beyond this share of the usual rate, however the two above meet. */
const leastShare = 0.7;

/** The voice's speed for a whole sentence, 1 being its own. */
export function speakingRate({ language, speed }: SpeechRequest): number {
  const rate = new Intl.Locale(language).language === 'ja' ? easyJapaneseRate : normalRate;
  return Number((speed === 'slow' ? rate * slowShare : rate).toFixed(2));
}

/** How fast a number is read inside a sentence of that speed, in per cent of the sentence's rate. */
export function numberPercent(speed: Speed): number {
  return Math.ceil(100 * (speed === 'slow' ? Math.max(numberShare, leastShare / slowShare) : numberShare));
}
