import { contentKey } from '../common/content-key.ts';
import { narrationShape } from '../sound/join-narration.ts';

/** Milliseconds of silence after a sentence. */
const pauses = { sentence: 700, menuItem: 600 } as const;

/** Increment whenever a sentence or narration would sound different although nothing else in its key has changed. */
export const keySchema = 2;

/**
 * The audio of some sentences, such as those of a turn. It is a file that is joined from the sounds of the sentences.
 */
export interface Narration<Sentence extends { readonly key: string } = { readonly key: string }> {
  readonly key: string;
  /** Milliseconds of silence before the first sentence. */
  readonly lead: number;
  /** The sentences, each with the key of its sound, and the milliseconds of silence between them. */
  readonly parts: readonly (Sentence | number)[];
}

/**
 * The narration of some sentences in order. A sentence that offers a key is followed by the pause of a menu item.
 * @param lead milliseconds of silence before the first sentence
 */
export function narrationOf<Sentence extends { readonly key: string }>(
  sentences: readonly Sentence[],
  offersKey: (sentence: Sentence) => boolean,
  lead: number,
): Narration<Sentence> {
  const parts = sentences.flatMap((each, index) => {
    const pause = offersKey(each) ? pauses.menuItem : pauses.sentence;
    return index + 1 < sentences.length ? [each, pause] : [each];
  });
  return narrationOfParts(parts, lead);
}

/** The narration of sentences and the silences between them. */
export function narrationOfParts<Sentence extends { readonly key: string }>(
  parts: readonly (Sentence | number)[],
  lead: number,
): Narration<Sentence> {
  const shape = parts.map((part) => (typeof part === 'number' ? part : part.key));
  const { tail } = narrationShape;
  return { key: contentKey({ keySchema, shape, narrationShape: { lead, tail } }), lead, parts };
}
