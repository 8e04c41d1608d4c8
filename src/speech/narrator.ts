import type { AudioStore } from './audio-store.ts';
import { joinNarration, type NarrationPart } from './join-narration.ts';
import type { Narration } from './narration.ts';
import type { SentenceStudio } from './sentence-studio.ts';
import { readMuLawWav } from './wav.ts';

/** Knows which narrations can be played, and makes those that cannot be played yet. */
export interface Narrator {
  /** Whether the file is there; asked on every turn, so answered from memory. */
  isReady(narration: Narration): boolean;
  /**
   * Makes the file if it is not there.
   * @throws SpeechError when one of its sentences cannot be spoken
   */
  ensure(narration: Narration): Promise<void>;
  /**
   * The same for a key alone, as an address carries it.
   * @returns false for a key that belongs to no narration asked for since the start, and has no file
   * @throws SpeechError as `ensure`
   */
  ensureKey(key: string): Promise<boolean>;
  /** Says that a file which was thought to be there is not, or cannot be played. */
  forget(key: string): Promise<void>;
}

/** A narrator that knows what the store holds; a file that is no sound is removed, to be made again. */
export async function openNarrator(store: AudioStore, studio: SentenceStudio): Promise<Narrator> {
  const ready = new Set(await store.keys());
  const known = new Map<string, Narration>();
  const checked = new Set<string>();
  const inFlight = new Map<string, Promise<void>>();

  const isSound = async (key: string): Promise<boolean> => {
    if (checked.has(key)) return true;
    const bytes = await store.read(key);
    if (!bytes) return false;
    try {
      readMuLawWav(bytes);
      checked.add(key);
      return true;
    } catch {
      return false;
    }
  };

  const make = async ({ key, parts }: Narration): Promise<void> => {
    if (ready.has(key) && (await isSound(key))) return;
    const sounds: NarrationPart[] = [];
    for (const part of parts)
      sounds.push(typeof part === 'number' ? { pause: part } : { codes: await studio.codes(part) });
    await store.write(key, joinNarration(sounds));
    checked.add(key);
    ready.add(key);
  };

  const ensure = (narration: Narration): Promise<void> => {
    known.set(narration.key, narration);
    const running = inFlight.get(narration.key);
    if (running) return running;
    const started = make(narration).finally(() => inFlight.delete(narration.key));
    inFlight.set(narration.key, started);
    return started;
  };

  return {
    isReady(narration) {
      known.set(narration.key, narration);
      return ready.has(narration.key);
    },
    ensure,
    async ensureKey(key) {
      const narration = known.get(key);
      if (narration) await ensure(narration);
      else if (ready.has(key) && !(await isSound(key))) ready.delete(key);
      return ready.has(key);
    },
    async forget(key) {
      ready.delete(key);
      checked.delete(key);
      await store.remove(key);
    },
  };
}
