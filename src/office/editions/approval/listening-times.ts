import type { Stopwatch } from '../../../common/stopwatch.ts';
import type { Listening } from './approval.ts';

/** More than an office listens to in a day; of an older one the clock has to tell. */
const mostRemembered = 1000;

/** For how long somebody has listened, by a stopwatch: no clock that is set makes it longer, or lets nobody ever end it. */
export interface ListeningTimes {
  begin(number: number): void;
  /** Milliseconds. One that began before a restart is measured by the clock; one later than now begins now. */
  passed(listening: Pick<Listening, 'number' | 'at'>): number;
}

export function createListeningTimes(clock: () => number, stopwatch: Stopwatch): ListeningTimes {
  const begun = new Map<number, number>();
  const keep = (number: number, from: number): number => {
    begun.set(number, from);
    const [oldest] = begun.keys();
    if (begun.size > mostRemembered && oldest !== undefined) begun.delete(oldest);
    return from;
  };
  return {
    begin: (number) => void keep(number, stopwatch()),
    passed({ number, at }) {
      const now = stopwatch();
      return now - (begun.get(number) ?? keep(number, now - Math.max(0, clock() - at)));
    },
  };
}
