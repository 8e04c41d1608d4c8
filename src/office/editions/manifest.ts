import type { Narration, SpokenSentence } from '../../speech/narration.ts';

/** The sound of one sentence, as it was when the edition went live. */
export interface SoundEntry {
  readonly key: string;
  readonly seconds: number;
  /** Over the file's bytes, in hexadecimal digits. */
  readonly sha256: string;
}

/** One narration: sentences by their place in the list of sounds, and pauses in negative milliseconds. */
export interface NarrationEntry {
  readonly key: string;
  readonly parts: readonly number[];
}

/** Every sound of an edition. What is not in it cannot be reached by any call on the edition. */
export interface Manifest {
  readonly sounds: readonly SoundEntry[];
  readonly narrations: readonly NarrationEntry[];
}

/** Every sentence of some narrations, each once. */
export const sentencesIn = (narrations: readonly Narration[]): SpokenSentence[] => [
  ...new Map(
    narrations.flatMap(({ parts }) =>
      parts.flatMap((part) => (typeof part === 'number' ? [] : [[part.key, part] as const])),
    ),
  ).values(),
];

/** @throws RangeError when a sentence has no sound among these */
export function toManifest(narrations: readonly Narration[], sounds: readonly SoundEntry[]): Manifest {
  const places = new Map(sounds.map(({ key }, index) => [key, index]));
  return {
    sounds,
    narrations: narrations.map(({ key, parts }) => ({
      key,
      parts: parts.map((part) => {
        if (typeof part === 'number') return -part;
        const place = places.get(part.key);
        if (place === undefined) throw new RangeError(`The sentence ${part.key} has no sound.`);
        return place;
      }),
    })),
  };
}
