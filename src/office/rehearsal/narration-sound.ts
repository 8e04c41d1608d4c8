import { RecentMap } from '../../common/recent-map.ts';
import type { AudioStore } from '../../sound/audio-store.ts';
import { narrationShape } from '../../sound/join-narration.ts';
import { telephoneRate } from '../../sound/mu-law.ts';
import { readCuePoints, readMuLawWav } from '../../sound/wav.ts';
import { predictSeconds } from '../../speech/measure/predict-seconds.ts';
import type { SpokenNarration } from '../../speech/narration.ts';

/** When each sentence of a narration is heard, in seconds from the start of its sound. */
export interface NarrationSound {
  readonly seconds: number;
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
  /** True if the sound exists and was measured; false if its length is predicted from the words. */
  readonly isMeasured: boolean;
}

/** Measures narrations that have a sound, and predicts the others. */
export type SoundOf = (narration: SpokenNarration) => Promise<NarrationSound>;

/** Maximum number of narrations whose measurements are cached. Older ones are measured again. */
const mostRemembered = 5000;

/** @param store contains the narrations that exist; a missing narration is not made just to be measured */
export function createSoundOf(store: Pick<AudioStore, 'read'>): SoundOf {
  const known = new RecentMap<string, NarrationSound>(mostRemembered);
  return async (narration) => {
    const before = known.get(narration.key);
    if (before) return before;
    const bytes = await store.read(narration.key);
    const measured = bytes && measure(narration, bytes);
    if (!measured) return predict(narration);
    known.set(narration.key, measured);
    return measured;
  };
}

const tail = narrationShape.tail / 1000;

/** @returns null for a file that cannot be read or does not match the narration */
function measure({ parts }: SpokenNarration, bytes: Uint8Array): NarrationSound | null {
  try {
    const seconds = readMuLawWav(bytes).length / telephoneRate;
    const starts = readCuePoints(bytes).map((sample) => sample / telephoneRate);
    if (starts.length !== parts.filter((part) => typeof part !== 'number').length) return null;
    const pauses = parts.filter((part) => typeof part === 'number');
    const sentences = starts.map((from, index) => {
      const next = starts[index + 1];
      return { from, to: next === undefined ? seconds - tail : next - (pauses[index] ?? 0) / 1000 };
    });
    return { seconds, sentences, isMeasured: true };
  } catch {
    return null;
  }
}

/** Predicts the times from the words alone. */
export function predict({ lead, parts }: SpokenNarration): NarrationSound {
  const sentences: { from: number; to: number }[] = [];
  let now = lead / 1000;
  for (const part of parts) {
    const from = now;
    now += typeof part === 'number' ? part / 1000 : (predictSeconds(part.request) ?? 0);
    if (typeof part !== 'number') sentences.push({ from, to: now });
  }
  return { seconds: now + tail, sentences, isMeasured: false };
}
