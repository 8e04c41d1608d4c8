import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';

const hour = 3_600_000;

/** Caps what a fault or a mischief-maker can cost: transfers in any sixty minutes, whatever the clock is set to meanwhile. */
export interface TransferBudget {
  /**
   * Whether a transfer may be made.
   * @param id the turn that would transfer; one that has done so already may do it again, since a webhook may be repeated
   */
  isLeft(id: string): boolean;
  spend(id: string): void;
}

/** @param perHour transfers of this process in any hour, as it is now; 0 allows none */
export function createTransferBudget(perHour: () => number, stopwatch: Stopwatch = machineStopwatch): TransferBudget {
  const spent = new Map<string, number>();
  return {
    isLeft(id) {
      // Looked through only when it matters: this is asked in every turn of every call.
      if (spent.size >= perHour()) {
        const now = stopwatch();
        for (const [each, time] of spent) if (now - time >= hour) spent.delete(each);
      }
      return spent.size < perHour() || spent.has(id);
    },
    spend(id) {
      if (!spent.has(id)) spent.set(id, stopwatch());
    },
  };
}
