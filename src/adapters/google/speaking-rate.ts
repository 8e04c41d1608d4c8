import type { SpeechRequest } from '../../speech/engine.ts';

/** A little slower than the voices' own: callers hear everything once, on a telephone, and some in a second language. */
const normalRate = 0.95;

/** Easy Japanese is spoken slowly: 320 to 360 morae a minute. */
const easyJapaneseRate = 0.85;

/** The voice's speed for a whole sentence, 1 being its own; numbers inside it are slower still, by markup. */
export function speakingRate({ language }: SpeechRequest): number {
  return new Intl.Locale(language).language === 'ja' ? easyJapaneseRate : normalRate;
}
