import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';

const hour = 3_600_000;

/**
 * Limits the number of transfers in any sixty minutes, so that a bug or abuse cannot cost too much. A stopwatch
 * measures the time, so a wrong clock has no effect.
 */
export interface TransferBudget {
  /**
   * Whether a transfer may be made.
   * @param id the turn that would transfer. A turn whose transfer is counted already may transfer again, because Twilio
   * may repeat a webhook
   */
  isLeft(id: string): boolean;
  /** Counts the transfer of a turn. Counts it once, even if the turn is repeated. */
  spend(id: string): void;
}

/**
 * @param perHour returns the current limit: the number of transfers that this process allows in any hour; 0 allows none
 */
export function createTransferBudget(perHour: () => number, stopwatch: Stopwatch = machineStopwatch): TransferBudget {
  const spent = new Map<string, number>();
  const forgetOld = () => {
    const now = stopwatch();
    for (const [each, time] of spent) if (now - time >= hour) spent.delete(each);
  };
  return {
    isLeft(id) {
      // Old transfers are forgotten here only when the limit is reached, because this function runs in every turn of
      // every call.
      if (spent.size >= perHour()) forgetOld();
      return spent.size < perHour() || spent.has(id);
    },
    spend(id) {
      if (spent.has(id)) return;
      spent.set(id, stopwatch());
      // The id contains the id of the call, so it is not kept much longer than needed.
      setTimeout(forgetOld, hour + 1000).unref();
    },
  };
}
