import type { Stopwatch } from '../../../common/stopwatch.ts';

/** Milliseconds for which a clock that was set forwards must stay ahead before the new time counts. */
export const believedAfter = 600_000;

/**
 * A clock for deciding whether a moment has come. It follows the machine's clock, with one exception: a step forwards
 * counts only after it has lasted for ten minutes. So nothing happens early if the clock is set forwards by mistake and
 * then corrected. A step back counts immediately. The clock notices a step only when it is read, so read it regularly.
 * @param clock milliseconds since the epoch
 * @returns milliseconds since the epoch, never later than `clock`
 */
export function createSteadyClock(clock: () => number, stopwatch: Stopwatch): () => number {
  /** Readings: the time of the stopwatch, and by how much the clock was ahead of it then; the earliest first. */
  let seen: { readonly at: number; readonly ahead: number }[] = [];
  return () => {
    const at = stopwatch();
    seen.push({ at, ahead: clock() - at });
    // The last reading before the ten minutes stays, because it was valid until the next reading.
    const inside = seen.findIndex((each) => each.at > at - believedAfter);
    seen = seen.slice(Math.max(inside - 1, 0));
    return at + Math.min(...seen.map(({ ahead }) => ahead));
  };
}
