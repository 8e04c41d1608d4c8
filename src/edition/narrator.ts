import { createInFlight } from '../common/in-flight.ts';
import { RecentMap } from '../common/recent-map.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { joinNarration, type NarrationPart } from '../sound/join-narration.ts';
import { readSealed, seal } from '../sound/seal.ts';
import type { Narration } from './narration.ts';

/** A sentence, identified by the key of its sound; a source that can speak needs more than that. */
interface Keyed {
  readonly key: string;
}

/** A source of the sounds of sentences. */
interface SoundSource<Sentence extends Keyed> {
  /** The µ-law codes at 8000 Hz. @throws Error when there is no sound for it */
  codes(sentence: Sentence): Promise<Uint8Array>;
}

/** Knows which narrations can be played, and creates the missing ones. */
export interface Narrator<Sentence extends Keyed = Keyed> {
  /** Registers a narration, so that `ensureKey` can create its file. */
  expect(narration: Narration<Sentence>): void;
  /** The keys whose files are believed to exist. Kept in memory, because every turn asks. */
  readonly ready: Pick<ReadonlySet<string>, 'has'>;
  /**
   * Creates the file if it is missing or damaged.
   * @throws Error when one of its sentences has no sound, or the file cannot be stored
   */
  ensure(narration: Narration<Sentence>): Promise<void>;
  /**
   * The same for a key alone, as in an address.
   * @returns false if there is no intact file and no such narration is registered any more
   * @throws Error as `ensure`
   */
  ensureKey(key: string): Promise<boolean>;
  /** Tells the narrator that a file is missing or unreadable. What is left of it is deleted, so that it can be created again. */
  forget(key: string): Promise<void>;
  /**
   * Checks the files of all registered narrations that count as ready.
   * @returns those that are missing or damaged; calls hear `<Say>` for them until they are created again
   */
  inspect(): Promise<Narration<Sentence>[]>;
  /** How often a file was found damaged or missing since the start. */
  readonly brokenCount: number;
}

/**
 * Maximum number of narrations that are known and inspected: ten times those of a line in seven languages. Beyond it, those
 * registered longest ago are forgotten.
 */
const mostKnown = 10_000;

/**
 * Opens a narrator on a store. A file is read once to check its seal, and again only when its stamp changes.
 * @param failed called when the store cannot be listed; it then counts as empty
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
  const known = new RecentMap<string, Narration<Sentence>>(mostKnown);
  /** The stamp of each file when it was last found intact. */
  const believed = new Map<string, string>();
  const inFlight = createInFlight<void>();
  let brokenCount = 0;

  /** A file that cannot be read, for whatever reason, counts as missing: `<Say>` replaces it, and it can be created again. */
  const isWhole = async (key: string): Promise<boolean> => {
    try {
      const stamp = await store.stamp(key);
      if (stamp === null) return false;
      if (believed.get(key) === stamp) return true;
      const bytes = await store.read(key);
      if (!bytes) return false;
      readSealed(bytes, key);
      believed.set(key, stamp);
      return true;
    } catch {
      return false;
    }
  };

  const lose = (key: string): void => {
    brokenCount += 1;
    ready.delete(key);
    believed.delete(key);
  };

  const make = async ({ key, lead, parts }: Narration<Sentence>): Promise<void> => {
    // Another process may have created it.
    if (await isWhole(key)) return void ready.add(key);
    if (ready.has(key)) lose(key);
    // All are requested at once; the engine limits its own concurrency. A failure does not stop the others: finished sounds are
    // kept for the next attempt.
    const settled = await Promise.allSettled(
      parts.map(async (part): Promise<NarrationPart> => {
        return typeof part === 'number' ? { pause: part } : { codes: await source.codes(part) };
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
    known.set(narration.key, narration);
    return inFlight(narration.key, () => make(narration));
  };

  return {
    expect: (narration) => {
      known.set(narration.key, narration);
    },
    ready,
    ensure,
    async ensureKey(key) {
      const narration = known.get(key);
      if (narration) await ensure(narration);
      else if (await isWhole(key)) ready.add(key);
      else if (ready.has(key)) lose(key);
      return ready.has(key);
    },
    async forget(key) {
      lose(key);
      await store.remove(key);
    },
    async inspect() {
      const broken: Narration<Sentence>[] = [];
      for (const narration of known.values()) {
        if (!ready.has(narration.key) || (await isWhole(narration.key))) continue;
        lose(narration.key);
        broken.push(narration);
      }
      return broken;
    },
    get brokenCount() {
      return brokenCount;
    },
  };
}
