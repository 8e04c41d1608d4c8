import { outOfOrder } from '../call/say.ts';
import { contentKey } from '../common/content-key.ts';
import { keySchema, type Narration, narrationOf, narrationOfParts } from '../edition/narration.ts';
import type { Narrator } from '../edition/narrator.ts';
import { narrationShape } from '../sound/join-narration.ts';
import type { Sentence } from '../words/words.ts';
import type { SpeechEngine, SpeechRequest, Speed } from './engine.ts';
import { finishing } from './finish-sentence.ts';
import { toPieces } from './to-pieces.ts';

/** A sentence as it is requested from an engine, with a key that is made from everything that affects its sound. */
export interface SpokenSentence {
  readonly key: string;
  readonly request: SpeechRequest;
  /** The sentence from which the request was made. */
  readonly sentence: Sentence;
}

/** Sentences and silences that are joined into one sound, with everything that is needed to make the sound. */
export type SpokenNarration = Narration<SpokenSentence>;

/** A narrator that can have missing sentences spoken by an engine. */
export type SpeakingNarrator = Narrator<SpokenSentence>;

/** Returns the name of a language's voice, as the engine knows it. */
type Voices = (language: string) => string;

/**
 * Adds the request and the key to a sentence. The key does not include the id of the prompt, so the same words in two
 * prompts are synthesized only once.
 */
export function toSpoken(
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
  voices: Voices,
  speed: Speed,
  sentence: Sentence,
): SpokenSentence {
  const { prompt, language, segments } = sentence;
  // The fallback says its text in one language after the other, and all of it twice. Callers wait for their language,
  // and hear the numbers twice. So the numbers are spoken at the normal rate.
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
 * Joins spoken sentences into one narration. After a sentence that offers a key comes the pause of a menu item.
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
 * Joins texts into one narration. Each text sounds as callers hear it. The pause between two texts is longer than the
 * pause between two sentences of a text.
 */
export function narrationOfTexts(texts: readonly Pick<SpokenNarration, 'parts'>[]): SpokenNarration {
  const parts = texts.flatMap((text, index) => (index === 0 ? text.parts : [betweenTexts, ...text.parts]));
  return narrationOfParts(parts, narrationShape.lead.afterConnecting);
}

/** Whether a sentence tells which key to press. */
export const offersKey = ({ segments }: Sentence): boolean =>
  segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key');
