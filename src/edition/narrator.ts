import { createInFlight } from '../common/in-flight.ts';
import { RecentMap } from '../common/recent-map.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { joinNarration, type NarrationPart } from '../sound/join-narration.ts';
import { readSealed, seal } from '../sound/seal.ts';
import type { Narration } from './narration.ts';

/**
 * What a narrator needs to know of a sentence: the key of its sound. A source that synthesizes speech needs the whole
 * sentence.
 */
interface Keyed {
  readonly key: string;
}

/** A source of the sounds of sentences, which keeps them in the narrator's store. */
interface SoundSource<Sentence extends Keyed> {
  /** The µ-law codes at 8000 Hz. @throws Error when there is no sound for the sentence */
  codes(sentence: Sentence): Promise<Uint8Array>;
}

/** Knows which narrations can be played, and creates the missing ones. */
export interface Narrator<Sentence extends Keyed = Keyed> {
  /** Registers a narration, so that `ensureKey` can create its file later. */
  register(narration: Narration<Sentence>): void;
  /**
   * The keys of the files that are believed to exist, both of narrations and of sentences. They are kept in memory,
   * because every turn checks whether its narration exists, and must not open a file for that.
   */
  readonly ready: Pick<ReadonlySet<string>, 'has'>;
  /** Finds the files that another process has created. @throws Error when the store cannot be listed */
  findNew(): Promise<void>;
  /**
   * Creates the file of a narration if it is missing or damaged.
   * @throws Error when one of its sentences has no sound, or the file cannot be stored
   */
  ensure(narration: Narration<Sentence>): Promise<void>;
  /**
   * Like `ensure`, when only the key is known, for example from an address.
   * @returns false if there is no intact file, and no narration with that key is registered
   * @throws Error as `ensure`
   */
  ensureKey(key: string): Promise<boolean>;
  /**
   * Call this when a file was found missing or unreadable. It deletes the file if there is one, so that the file can be
   * created again.
   */
  discard(key: string): Promise<void>;
  /**
   * Checks the files of all registered narrations that count as ready.
   * @returns the narrations whose files are missing or damaged. Callers hear `<Say>` instead until the files are
   * created again
   */
  inspect(): Promise<Narration<Sentence>[]>;
  /** How often a file was found damaged or missing since the start. */
  readonly brokenCount: number;
}

/**
 * Maximum number of registered narrations: five times as many as a line in seven languages has. Beyond this number, the
 * narrations that were registered longest ago are dropped.
 */
const mostRegistered = 10_000;

/**
 * Opens a narrator on a store. An intact file is read once to check its seal, and again only when its stamp
 * changes. A damaged file is read again each time.
 * @param failed called when the store cannot be listed; the store then counts as empty
 */
export async function openNarrator<Sentence extends Keyed>(
  store: AudioStore,
  source: SoundSource<Sentence>,
  failed: (error: unknown) => void = () => {},
): Promise<Narrator<Sentence>> {
  const keys = await store.keys().catch((error: unknown): string[] => {
    failed(error);
    return [];
  });
  const ready = new Set(keys);
  const registered = new RecentMap<string, Narration<Sentence>>(mostRegistered);
  /** The stamp of each file when it was last found intact. */
  const intactStamps = new Map<string, string>();
  const inFlight = createInFlight<void>();
  let brokenCount = 0;

  /**
   * Whether a file is intact. A file that cannot be read, for whatever reason, does not count as intact. Callers then
   * hear `<Say>` instead, and the file can be created again.
   */
  const isIntact = async (key: string): Promise<boolean> => {
    try {
      const stamp = await store.stamp(key);
      if (stamp === null) return false;
      if (intactStamps.get(key) === stamp) return true;
      const bytes = await store.read(key);
      if (!bytes) return false;
      readSealed(bytes, key);
      intactStamps.set(key, stamp);
      return true;
    } catch {
      return false;
    }
  };

  const markBroken = (key: string): void => {
    brokenCount += 1;
    ready.delete(key);
    intactStamps.delete(key);
  };

  const make = async ({ key, lead, parts }: Narration<Sentence>): Promise<void> => {
    // Another process may have created the file.
    if (await isIntact(key)) return void ready.add(key);
    if (ready.has(key)) markBroken(key);
    // All sounds are requested at the same time; the engine limits its own concurrency. If one fails, the others still
    // finish, because their sounds are kept for the next attempt.
    const settled = await Promise.allSettled(
      parts.map(async (part): Promise<NarrationPart> => {
        if (typeof part === 'number') return { pause: part };
        const codes = await source.codes(part);
        ready.add(part.key);
        return { codes };
      }),
    );
    const sounds = settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    await store.write(key, seal(joinNarration(sounds, lead), key));
    ready.add(key);
  };

  const ensure = (narration: Narration<Sentence>): Promise<void> => {
    registered.set(narration.key, narration);
    return inFlight(narration.key, () => make(narration));
  };

  return {
    register: (narration) => {
      registered.set(narration.key, narration);
    },
    ready,
    async findNew() {
      for (const key of await store.keys()) ready.add(key);
    },
    ensure,
    async ensureKey(key) {
      const narration = registered.get(key);
      if (narration) await ensure(narration);
      else if (await isIntact(key)) ready.add(key);
      else if (ready.has(key)) markBroken(key);
      return ready.has(key);
    },
    async discard(key) {
      markBroken(key);
      await store.remove(key);
    },
    async inspect() {
      const broken: Narration<Sentence>[] = [];
      for (const narration of registered.values()) {
        if (!ready.has(narration.key) || (await isIntact(narration.key))) continue;
        markBroken(narration.key);
        broken.push(narration);
      }
      return broken;
    },
    get brokenCount() {
      return brokenCount;
    },
  };
}
