const hour = 3_600_000;

/** Caps what a fault or a mischief-maker can cost: transfers in any sixty minutes. */
export interface TransferBudget {
  /**
   * Whether a transfer may be made.
   * @param now milliseconds since the epoch
   * @param id the turn that would transfer; one that has done so already may do it again, since a webhook may be repeated
   */
  isLeft(now: number, id: string): boolean;
  spend(now: number, id: string): void;
}

/** @param perHour transfers of this process in any hour; 0 allows none */
export function createTransferBudget(perHour: number): TransferBudget {
  const spent = new Map<string, number>();
  return {
    isLeft(now, id) {
      // Looked through only when it matters: this is asked in every turn of every call.
      if (spent.size >= perHour) for (const [each, time] of spent) if (now - time >= hour) spent.delete(each);
      return spent.size < perHour || spent.has(id);
    },
    spend(now, id) {
      if (!spent.has(id)) spent.set(id, now);
    },
  };
}
