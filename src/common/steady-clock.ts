import type { Stopwatch } from './stopwatch.ts';

/** Milliseconds for which a clock that was set forwards must go on showing the new time before that time is believed. */
export const believedAfter = 600_000;

/**
 * A clock for deciding that a moment has come. It follows the machine's clock, with one exception: a step forwards counts only
 * after it has lasted for ten minutes, so that a clock set forwards by mistake, and back again, makes nothing happen early. A
 * step back counts at once. To notice steps, it must be asked regularly.
 * @param clock milliseconds since the epoch
 * @returns milliseconds since the epoch, never later than `clock`
 */
export function createSteadyClock(clock: () => number, stopwatch: Stopwatch): () => number {
  /** By how much the clock was ahead of the stopwatch, and when that was seen by the stopwatch; the earliest first. */
  let seen: { readonly at: number; readonly ahead: number }[] = [];
  return () => {
    const at = stopwatch();
    seen.push({ at, ahead: clock() - at });
    // The last one before the ten minutes stays, because it held until the next one was seen.
    const inside = seen.findIndex((each) => each.at > at - believedAfter);
    seen = seen.slice(Math.max(inside - 1, 0));
    return at + Math.min(...seen.map(({ ahead }) => ahead));
  };
}
