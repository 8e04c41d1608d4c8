import { RecentMap } from '../common/recent-map.ts';
import type { AudioStore } from '../sound/audio-store.ts';
import { joinNarration, type NarrationPart } from '../sound/join-narration.ts';
import { readSealed, seal } from '../sound/seal.ts';
import type { Narration } from './narration.ts';

/** A sentence by the key of its sound; whoever can speak it knows more of it. */
interface Keyed {
  readonly key: string;
}

/** Where the sounds of sentences come from. */
export interface SoundSource<Sentence extends Keyed> {
  /** µ-law codes. @throws Error when there is no sound for it */
  codes(sentence: Sentence): Promise<Uint8Array>;
}

/** Knows which narrations can be played, and makes those that cannot be played yet. */
export interface Narrator<Sentence extends Keyed = Keyed> {
  /** Makes its key known: an address with it may be asked for before the file is there. */
  expect(narration: Narration<Sentence>): void;
  /** The keys whose files are there; asked on every turn, so known by heart. */
  readonly ready: Pick<ReadonlySet<string>, 'has'>;
  /**
   * Makes the file if it is not there, or is not what was written.
   * @throws Error when one of its sentences has no sound
   */
  ensure(narration: Narration<Sentence>): Promise<void>;
  /**
   * The same for a key alone, as an address carries it.
   * @returns false for a key that has no file, and belongs to no narration asked for since the start
   * @throws Error as `ensure`
   */
  ensureKey(key: string): Promise<boolean>;
  /** Says that a file which was thought to be there is not. */
  forget(key: string): Promise<void>;
  /** Every narration that was thought ready but has no whole file any more; calls hear `<Say>` instead from now on. */
  inspect(): Promise<Narration<Sentence>[]>;
  /** Files since the start that were there but not whole, or gone. */
  readonly brokenCount: number;
}

/**
 * So many narrations can be asked for and are looked after: ten times those of a line in seven languages. Beyond it those of
 * rehearsals and of editions long gone give way, because an edition that goes live names all of its own again.
 */
const mostKnown = 10_000;

/**
 * A narrator that knows what the store holds. A file is believed until it changes, and read again when it has.
 * @param failed told when nobody can look what the store holds; it then counts as empty
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
  /** The stamp with which a file was last found whole. */
  const believed = new Map<string, string>();
  const inFlight = new Map<string, Promise<void>>();
  let brokenCount = 0;

  /** A file that cannot be read, for whatever reason, is as good as none: it can be said, and made again. */
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
    // Another process may have made it.
    if (await isWhole(key)) return void ready.add(key);
    if (ready.has(key)) lose(key);
    // All are asked for at once, and the engine takes as many at a time as it can. One that fails does not stop the
    // others: what is spoken is kept for the next try.
    const asked = await Promise.allSettled(
      parts.map(async (part): Promise<NarrationPart> => {
        return typeof part === 'number' ? { pause: part } : { codes: await source.codes(part) };
      }),
    );
    const sounds = asked.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    await store.write(key, seal(joinNarration(sounds, lead), key));
    ready.add(key);
  };

  const ensure = (narration: Narration<Sentence>): Promise<void> => {
    known.set(narration.key, narration);
    const running = inFlight.get(narration.key);
    if (running) return running;
    const started = make(narration).finally(() => inFlight.delete(narration.key));
    inFlight.set(narration.key, started);
    return started;
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
