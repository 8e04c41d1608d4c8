import type { SpokenNarration, SpokenSentence } from '../../speech/narration.ts';

/** The stored sound of one sentence. */
export interface SoundEntry {
  readonly key: string;
  readonly seconds: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * One narration. In `parts`, a sentence is its index in the list of sounds, and a pause is a negative number of
 * milliseconds.
 */
interface NarrationEntry {
  readonly key: string;
  readonly parts: readonly number[];
}

/** The sounds and narrations of an edition, as they were when it was prepared for publication. */
export interface Manifest {
  readonly sounds: readonly SoundEntry[];
  readonly narrations: readonly NarrationEntry[];
}

/** The distinct sentences of some narrations. */
export const sentencesIn = (narrations: readonly SpokenNarration[]): SpokenSentence[] => [
  ...new Map(
    narrations.flatMap(({ parts }) =>
      parts.flatMap((part) => (typeof part === 'number' ? [] : [[part.key, part] as const])),
    ),
  ).values(),
];

/** @throws RangeError when the sound of a sentence is not among `sounds` */
export function toManifest(narrations: readonly SpokenNarration[], sounds: readonly SoundEntry[]): Manifest {
  const indexes = new Map(sounds.map(({ key }, index) => [key, index]));
  return {
    sounds,
    narrations: narrations.map(({ key, parts }) => ({
      key,
      parts: parts.map((part) => {
        if (typeof part === 'number') return -part;
        const index = indexes.get(part.key);
        if (index === undefined) throw new RangeError(`The sentence ${part.key} has no sound.`);
        return index;
      }),
    })),
  };
}
