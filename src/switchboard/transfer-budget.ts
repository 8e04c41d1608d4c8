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
      for (const [each, time] of spent) if (now - time >= hour) spent.delete(each);
      return spent.has(id) || spent.size < perHour;
    },
    spend(now, id) {
      if (!spent.has(id)) spent.set(id, now);
    },
  };
}
