import { RecentMap } from '../common/recent-map.ts';
import { type Narrator, openNarrator } from '../edition/narrator.ts';
import type { Said, TurnSounds } from '../edition/turn-sounds.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { readSealed } from '../sound/seal.ts';

/** Narrations that are looked for at one moment; calls that want more hear `<Say>` and are served later. */
const mostLooked = 100;

/** The sounds of a line that has no voice: what lies in the audio cache, and what can be joined from it. */
export interface LineSounds extends TurnSounds {
  readonly narrator: Narrator;
  /** What the narration under a key says; undefined for one that no call has wanted lately. */
  said(key: string): Said | undefined;
}

/** Narrations of which it is known what they say. */
const mostSaid = 2000;

/**
 * Opens the audio cache. A narration that a turn wants and that is not known is looked for behind the call: it may have been
 * made meanwhile, or is joined if the sounds of its sentences are there.
 */
export async function openLineSounds(store: AudioStore, failed: (error: unknown) => void): Promise<LineSounds> {
  const narrator = await openNarrator(
    store,
    {
      async codes({ key }) {
        const bytes = await store.read(key);
        if (!bytes) throw new Error('A sentence has no sound yet.');
        return readSealed(bytes, key);
      },
    },
    failed,
  );
  const said = new RecentMap<string, Said>(mostSaid);
  const looking = new Set<string>();
  const look = async (key: string) => {
    looking.add(key);
    // Without a sound `<Say>` goes on saying it.
    await narrator.ensureKey(key).catch(() => false);
    looking.delete(key);
  };
  return {
    narrator,
    isReady: (key) => narrator.ready.has(key),
    said: (key) => said.get(key),
    expect(what, narration) {
      const { key } = narration;
      // Asked in every turn, and mostly known.
      if (said.get(key)?.edition !== what.edition) {
        narrator.expect(narration);
        said.set(key, what);
      }
      if (narrator.ready.has(key) || looking.has(key) || looking.size >= mostLooked) return;
      void look(key);
    },
  };
}
