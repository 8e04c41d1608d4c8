import type { LanguageTag } from '../src/call/line.ts';
import { narrationShape } from '../src/sound/join-narration.ts';
import type { Narration, SpokenSentence } from '../src/speech/narration.ts';

/** Seconds a sentence lasts. */
export type Lasting = (sentence: SpokenSentence) => number;

/** Seconds between having heard which key it is and having pressed it. */
export const timeToPress = 0.5;

/**
 * Seconds from the beginning of a narration to the end of the first sentence that fits.
 * @throws RangeError when it has no such sentence
 */
export function secondsUntilHeard(
  { lead, parts }: Narration,
  fits: (sentence: SpokenSentence) => boolean,
  lasting: Lasting,
): number {
  let seconds = lead / 1000;
  for (const part of parts) {
    seconds += typeof part === 'number' ? part / 1000 : lasting(part);
    if (typeof part !== 'number' && fits(part)) return seconds;
  }
  throw new RangeError('The narration has no such sentence.');
}

/** The narrations one caller hears on the way to the first topic. */
export interface Way {
  readonly language: LanguageTag;
  /** The very first turn. */
  readonly greeting: Narration;
  /** After the language was chosen. */
  readonly topics: Narration;
  /** The prompt that offers the first topic. */
  readonly offer: string;
}

/**
 * Seconds from answering until a caller has heard their own language offered, and until the information itself begins.
 * Callers press as soon as the offer was heard; a real one may press earlier, as every key works from the first moment,
 * or think longer. What the network adds is not in it.
 */
export function secondsTo(way: Way, lasting: Lasting): { readonly language: number; readonly information: number } {
  const { language, greeting, topics, offer } = way;
  const isItem = ({ sentence }: SpokenSentence) =>
    sentence.prompt === 'language-item' && sentence.language === language;
  const untilItem = secondsUntilHeard(greeting, isItem, lasting);
  const untilOffer = secondsUntilHeard(topics, ({ sentence }) => sentence.prompt === offer, lasting);
  return {
    language: untilItem,
    information: untilItem + timeToPress + untilOffer + timeToPress + narrationShape.lead.following / 1000,
  };
}
