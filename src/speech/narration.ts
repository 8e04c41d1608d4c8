import { contentKey } from '../common/content-key.ts';
import { keySchema, type Narration as NarrationOf, narrationOf, narrationOfParts } from '../edition/narration.ts';
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
  /** As it is written, for messages about it. */
  readonly sentence: Sentence;
}

/** The audio of one turn, with everything that is needed to make it. */
export type Narration = NarrationOf<SpokenSentence>;

/** A narrator that can have missing sentences spoken. */
export type SpeakingNarrator = Narrator<SpokenSentence>;

/** The name of the voice for a language, for one engine. */
type Voices = (language: string) => string;

/** A sentence's request and key. The key does not include the id of the prompt: the same words are spoken once. */
export function toSpoken(
  engine: Pick<SpeechEngine, 'id' | 'fingerprint'>,
  voices: Voices,
  speed: Speed,
  sentence: Sentence,
): SpokenSentence {
  const { language, segments } = sentence;
  const request: SpeechRequest = { language, voice: voices(language), speed, pieces: toPieces(language, segments) };
  const { id, fingerprint } = engine;
  const spoken: SpokenSentence = {
    key: contentKey({ keySchema, engine: id, fingerprint, request, finishing }),
    request,
    sentence,
  };
  return spoken;
}

/**
 * Joins spoken sentences into one narration; a sentence that offers a key is followed by a menu item's pause.
 * @param lead milliseconds of silence before the first one
 */
export const toNarration = (
  spoken: readonly SpokenSentence[],
  lead: number = narrationShape.lead.afterConnecting,
): Narration => narrationOf(spoken, ({ sentence }) => offersKey(sentence), lead);

/** Milliseconds between texts that are heard one after the other, so that one hears where the next begins. */
const betweenTexts = 1500;

/** Texts one after the other, each as callers hear it, with a longer pause between them than within. */
export function narrationInTexts(texts: readonly Pick<Narration, 'parts'>[]): Narration {
  const parts = texts.flatMap((text, index) => (index === 0 ? text.parts : [betweenTexts, ...text.parts]));
  return narrationOfParts(parts, narrationShape.lead.afterConnecting);
}

/** Whether a sentence tells which key to press. */
export const offersKey = ({ segments }: Sentence): boolean =>
  segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key');
