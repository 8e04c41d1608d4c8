import PQueue from 'p-queue';

/** Whose task it is: that of a browser in which someone has signed in before, or of anyone else. */
export type Lane = 'known' | 'stranger';

/** Queues a task; null if too many tasks of strangers are waiting already. */
type InTurn = <Result>(lane: Lane, task: () => Promise<Result>) => Promise<Result> | null;

/**
 * Runs tasks one at a time: those of known browsers first, and first come, first served within each lane. A failing task does not
 * stop the next. Without the limit, requests from a thousand addresses could keep everyone waiting for minutes.
 * @param mostStrangers maximum number of waiting tasks of strangers
 */
export function createTaskLanes(mostStrangers: number): InTurn {
  const queue = new PQueue({ concurrency: 1 });
  const priority = { known: 1, stranger: 0 } as const satisfies Readonly<Record<Lane, number>>;
  return (lane, task) => {
    if (lane === 'stranger' && queue.sizeBy({ priority: priority.stranger }) >= mostStrangers) return null;
    return queue.add(task, { priority: priority[lane] });
  };
}
