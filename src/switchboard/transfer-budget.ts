const hour = 3_600_000;

/** Caps what a fault or a mischief-maker can cost: transfers in any sixty minutes. */
export interface TransferBudget {
  /** @param now milliseconds since the epoch */
  isLeft(now: number): boolean;
  spend(now: number): void;
}

/** @param perHour transfers of this process in any hour; 0 allows none */
export function createTransferBudget(perHour: number): TransferBudget {
  let spent: number[] = [];
  return {
    isLeft(now) {
      spent = spent.filter((time) => now - time < hour);
      return spent.length < perHour;
    },
    spend: (now) => {
      spent.push(now);
    },
  };
}
