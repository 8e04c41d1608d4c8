import { RecentMap } from '../common/recent-map.ts';
import { type Narrator, openNarrator } from '../edition/narrator.ts';
import type { TurnSounds, Utterance } from '../edition/turn-sounds.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { readSealed } from '../sound/seal.ts';

/**
 * Maximum number of narrations that are checked at the same time. If more are needed, callers hear `<Say>` instead of
 * those until a later turn checks them.
 */
const mostLooked = 100;

/**
 * The sounds of a line: narrations in the audio cache, and narrations that can be joined from sentences in the cache.
 */
interface LineSounds extends TurnSounds {
  readonly narrator: Narrator;
  /** What the narration with this key says; undefined if no call has needed it recently. */
  said(key: string): Utterance | undefined;
}

/** Maximum number of narrations whose utterance is remembered. */
const mostSaid = 2000;

/**
 * Opens the audio cache. If a turn needs a narration that is not ready, the cache is checked in the background. The
 * office may have created the narration since, or the line may be able to join it, because the sounds of its sentences
 * exist now.
 * @param failed called when the cache cannot be listed; the cache then counts as empty
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
    // If the narration cannot be joined yet, the caller hears `<Say>`, and a later turn checks again.
    await narrator.ensureKey(key).catch(() => false);
    looking.delete(key);
  };
  return {
    narrator,
    isReady: (key) => narrator.ready.has(key),
    said: (key) => said.get(key),
    expect(what, narration) {
      const { key } = narration;
      // This function runs in every turn. Nearly always, the narration is registered already and need not be registered
      // again.
      if (said.get(key)?.edition !== what.edition) {
        narrator.register(narration);
        said.set(key, what);
      }
      if (narrator.ready.has(key) || looking.has(key) || looking.size >= mostLooked) return;
      void look(key);
    },
  };
}
