import { outOfOrder } from '../call/say.ts';
import { contentKey } from '../common/content-key.ts';
import { keySchema, type Narration, narrationOf, narrationOfParts } from '../edition/narration.ts';
import type { Narrator } from '../edition/narrator.ts';
import { narrationShape } from '../sound/join-narration.ts';
import type { Sentence } from '../words/words.ts';
import type { SpeechEngine, SpeechRequest, Speed } from './engine.ts';
import { finishing } from './finish-sentence.ts';
import { toPieces } from './to-pieces.ts';

/** A sentence as an engine is asked to speak it, with a key made from everything that affects its sound. */
export interface SpokenSentence {
  readonly key: string;
  readonly request: SpeechRequest;
  /** The sentence from which the request was made. */
  readonly sentence: Sentence;
}

/** Sentences and silences that are joined into one sound, with everything that is needed to make it. */
export type SpokenNarration = Narration<SpokenSentence>;

/** A narrator that can have missing sentences spoken by an engine. */
export type SpeakingNarrator = Narrator<SpokenSentence>;

/** Returns the name of a language's voice, as the engine knows it. */
type Voices = (language: string) => string;

/**
 * A sentence with its request and key. The key does not include the id of the prompt, so the same words in two prompts
 * are spoken only once.
 */
export function toSpoken(
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
  voices: Voices,
  speed: Speed,
  sentence: Sentence,
): SpokenSentence {
  const { prompt, language, segments } = sentence;
  // The fallback says its numbers twice, and other callers wait for their language. So it says them at the normal rate.
  const pieces = toPieces(language, segments, prompt === outOfOrder ? 'brisk' : 'slow');
  const request: SpeechRequest = { language, voice: voices(language), speed, pieces };
  const { id, fingerprint } = engine;
  const spoken: SpokenSentence = {
    key: contentKey({ keySchema, engine: id, fingerprint, request, finishing }),
    request,
    sentence,
  };
  return spoken;
}

/**
 * Joins spoken sentences into one narration. A sentence that offers a key is followed by the pause of a menu item.
 * @param lead milliseconds of silence before the first sentence
 */
export const toNarration = (
  spoken: readonly SpokenSentence[],
  lead: number = narrationShape.lead.afterConnecting,
): SpokenNarration => narrationOf(spoken, ({ sentence }) => offersKey(sentence), lead);

/**
 * Milliseconds of silence between two texts that are played in a row, so that listeners hear where the second text
 * begins.
 */
const betweenTexts = 1500;

/**
 * Joins texts into one narration. Each text sounds as callers hear it; the pause between two texts is longer than any
 * pause within a text.
 */
export function narrationOfTexts(texts: readonly Pick<SpokenNarration, 'parts'>[]): SpokenNarration {
  const parts = texts.flatMap((text, index) => (index === 0 ? text.parts : [betweenTexts, ...text.parts]));
  return narrationOfParts(parts, narrationShape.lead.afterConnecting);
}

/** Whether a sentence tells which key to press. */
export const offersKey = ({ segments }: Sentence): boolean =>
  segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key');
