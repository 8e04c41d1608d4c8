import type { Stopwatch } from '../common/stopwatch.ts';

/** When a notice was switched on, and when it ends automatically (null for never). Milliseconds since the epoch. */
export interface NoticeTimes {
  readonly since: number;
  readonly until: number | null;
}

/** Clock and stopwatch; see `Stopwatch`. */
export interface TimeSources {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly stopwatch: Stopwatch;
}

/**
 * Milliseconds for which the clock must show a time after the end before the clock alone is trusted: a clock that is set forwards
 * by mistake, and back again, does not end a warning.
 */
const believedAfter = 600_000;

/**
 * Determines the end of a notice, starting when this process learns of it.
 * @returns a function that tells whether it is over: its time has passed by the stopwatch, or the clock has said so for ten minutes
 */
export function createNoticeEnd({ since, until }: NoticeTimes, { clock, stopwatch }: TimeSources): () => boolean {
  if (until === null) return () => false;
  // A start later than now counts as now: the notice lasts for its intended duration and no longer.
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
