import { RecentMap } from '../../../common/recent-map.ts';
import type { Stopwatch } from '../../../common/stopwatch.ts';
import type { Listening } from './approval-records.ts';

/** Maximum number of listenings measured by the stopwatch, more than an office starts in a day. Older ones go by the clock. */
const mostRemembered = 1000;

/** Measures listening times by a monotonic stopwatch, so that setting the clock neither extends them nor makes them endless. */
export interface ListeningTimes {
  begin(number: number): void;
  /** Milliseconds. A listening from before a restart is measured by the clock; one dated in the future starts now. */
  passed(listening: Pick<Listening, 'number' | 'at'>): number;
}

export function createListeningTimes(clock: () => number, stopwatch: Stopwatch): ListeningTimes {
  /** By the stopwatch, when each listening began. */
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
