import type { Stopwatch } from '../common/stopwatch.ts';

/**
 * `since` is the time at which a notice was switched on. `until` is the time at which it ends automatically, or null if
 * it does not. Both are in milliseconds since the epoch.
 */
export interface NoticeTimes {
  readonly since: number;
  readonly until: number | null;
}

/** A clock and a stopwatch. The type `Stopwatch` explains what each of them is for. */
export interface TimeSources {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly stopwatch: Stopwatch;
}

/**
 * The clock alone ends a notice only when it has shown a time after the end for this many milliseconds. So a clock that
 * is set forwards by mistake and soon set back does not end a warning.
 */
const believedAfter = 600_000;

/**
 * Determines the end of a notice, starting when this process learns of the notice.
 * @returns a function that tells whether the notice is over. It is over when its time has passed by the stopwatch, or
 * when the clock has shown a time after the end for ten minutes
 */
export function createNoticeEnd({ since, until }: NoticeTimes, { clock, stopwatch }: TimeSources): () => boolean {
  if (until === null) return () => false;
  // If the clock is earlier than `since`, the notice still lasts no longer than intended.
  const ends = stopwatch() + Math.min(until - clock(), until - since);
  let pastFrom: number | null = null;
  return () => {
    const now = stopwatch();
    if (now >= ends) return true;
    if (clock() < until) pastFrom = null;
    else pastFrom ??= now;
    return pastFrom !== null && now - pastFrom >= believedAfter;
  };
}
