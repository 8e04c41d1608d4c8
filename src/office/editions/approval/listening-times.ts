import { RecentMap } from '../../../common/recent-map.ts';
import type { Stopwatch } from '../../../common/stopwatch.ts';
import type { Listening } from './approval-records.ts';

/**
 * Maximum number of listenings measured by the stopwatch, more than an office starts in a day. Older ones are measured
 * by the clock.
 */
const mostRemembered = 1000;

/** Measures how long ago listenings began. It uses a monotonic stopwatch, because the clock can be set. */
export interface ListeningTimes {
  begin(number: number): void;
  /**
   * Milliseconds since a listening began. The clock is used for a listening that began before a restart, or that the
   * stopwatch no longer remembers. If the clock says that a listening began in the future, it counts as begun now.
   */
  passed(listening: Pick<Listening, 'number' | 'at'>): number;
}

export function createListeningTimes(clock: () => number, stopwatch: Stopwatch): ListeningTimes {
  /** When each listening began, by the stopwatch. */
  const begun = new RecentMap<number, number>(mostRemembered);
  return {
    begin: (number) => void begun.set(number, stopwatch()),
    passed({ number, at }) {
      const now = stopwatch();
      const from = begun.get(number) ?? now - Math.max(0, clock() - at);
      begun.set(number, from);
      return now - from;
    },
  };
}
