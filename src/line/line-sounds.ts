import { RecentMap } from '../common/recent-map.ts';
import { type Narrator, openNarrator } from '../edition/narrator.ts';
import type { TurnSounds, Utterance } from '../edition/turn-sounds.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { readSealed } from '../sound/seal.ts';

/** Maximum number of narrations that are checked at the same time; for others calls hear `<Say>`, and a later turn checks them. */
const mostLooked = 100;

/** The sounds of a line, which cannot speak itself: those in the audio cache, and those that can be joined from it. */
interface LineSounds extends TurnSounds {
  readonly narrator: Narrator;
  /** What the narration of a key says; undefined if no call has needed it recently. */
  said(key: string): Utterance | undefined;
}

/** Maximum number of narrations whose utterance is remembered. */
const mostSaid = 2000;

/**
 * Opens the audio cache. A narration that a turn needs and that is not ready is checked in the background: it may have been
 * created in the meantime, or it is joined if the sounds of its sentences exist.
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
  const said = new RecentMap<string, Utterance>(mostSaid);
  const looking = new Set<string>();
  const look = async (key: string) => {
    looking.add(key);
    // If there is none yet, calls hear `<Say>`, and a later turn checks again.
    await narrator.ensureKey(key).catch(() => false);
    looking.delete(key);
  };
  return {
    narrator,
    isReady: (key) => narrator.ready.has(key),
    said: (key) => said.get(key),
    expect(what, narration) {
      const { key } = narration;
      // This runs in every turn, and nearly always the narration is known already.
      if (said.get(key)?.edition !== what.edition) {
        narrator.register(narration);
        said.set(key, what);
      }
      if (narrator.ready.has(key) || looking.has(key) || looking.size >= mostLooked) return;
      void look(key);
    },
  };
}
