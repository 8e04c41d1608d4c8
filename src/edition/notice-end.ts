import type { Stopwatch } from '../common/stopwatch.ts';

/** When a notice was switched on, and when it ends by itself; null for never. Milliseconds since the epoch. */
export interface NoticeTimes {
  readonly since: number;
  readonly until: number | null;
}

/** The two ways of telling time; see `Stopwatch`. */
export interface DisasterTime {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly stopwatch: Stopwatch;
}

/**
 * Milliseconds for which the clock has to show a time after the end before it is believed alone: one that is set forwards
 * by mistake, and back, ends no warning.
 */
const believedAfter = 600_000;

/**
 * Works out the end of a notice from the moment at which this process hears of it.
 * @returns whether it is over: its time has passed by the stopwatch, or the clock has said so for ten minutes
 */
export function createEnd({ since, until }: NoticeTimes, { clock, stopwatch }: DisasterTime): () => boolean {
  if (until === null) return () => false;
  // A beginning later than now counts as now: the notice lasts as long as it was to last, and no longer.
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
