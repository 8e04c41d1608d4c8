import type { Sentence } from '../prompts/words.ts';
import { contentKey } from './canonical-json.ts';
import type { SpeechEngine, SpeechRequest, Speed } from './engine.ts';
import { finishing } from './finish-sentence.ts';
import { narrationShape } from './join-narration.ts';
import { toPieces } from './to-pieces.ts';

/** Milliseconds of silence after a sentence. */
export const pauses = { sentence: 700, menuItem: 600 } as const;

/** A sentence as an engine speaks it, under the key of everything that changes its sound. */
export interface SpokenSentence {
  readonly key: string;
  readonly request: SpeechRequest;
  /** As it is written, for messages about it. */
  readonly sentence: Sentence;
}

/** The audio of one turn: one file, joined from sentences. */
export interface Narration {
  readonly key: string;
  /** Milliseconds of silence before the first sentence. */
  readonly lead: number;
  /** Sentences, and milliseconds of silence between them. */
  readonly parts: readonly (SpokenSentence | number)[];
}

/** Raised whenever the same sentence or narration would sound different although nothing in its key has changed. */
const keySchema = 2;

/** Names of voices by language, for one engine. */
export type Voices = (language: string) => string;

/** A sentence's request and key. Ids of prompts are no part of it: the same words are spoken once. */
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
 * Joins spoken sentences to one narration; a sentence that offers a key is followed by a menu item's pause.
 * @param lead milliseconds of silence before the first one
 */
export function toNarration(
  spoken: readonly SpokenSentence[],
  lead: number = narrationShape.lead.afterConnecting,
): Narration {
  const parts = spoken.flatMap((each, index) => {
    const pause = offersKey(each.sentence) ? pauses.menuItem : pauses.sentence;
    return index + 1 < spoken.length ? [each, pause] : [each];
  });
  const shape = parts.map((part) => (typeof part === 'number' ? part : part.key));
  const { tail } = narrationShape;
  return { key: contentKey({ keySchema, shape, narrationShape: { lead, tail } }), lead, parts };
}

const offersKey = ({ segments }: Sentence): boolean =>
  segments.some((segment) => segment.kind === 'fact' && segment.value.type === 'key');
