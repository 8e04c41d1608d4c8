import PQueue from 'p-queue';

/**
 * For whom a task runs. `known`: someone who is signed in, has a link, or uses a browser in which they have signed in
 * before. `stranger`: anyone else.
 */
export type Lane = 'known' | 'stranger';

/** Queues a task. Returns null if the task is for a stranger and too many such tasks are waiting already. */
type InTurn = <Result>(lane: Lane, task: () => Promise<Result>) => Promise<Result> | null;

/**
 * Runs tasks one at a time. Tasks for `known` run first. Within each lane, tasks run in the order of their arrival. A
 * task that fails does not stop the next. Without the limit, requests from a thousand addresses could keep every
 * stranger waiting for minutes.
 * @param mostStrangers maximum number of waiting tasks for strangers
 */
export function createTaskLanes(mostStrangers: number): InTurn {
  const queue = new PQueue({ concurrency: 1 });
  const priority = { known: 1, stranger: 0 } as const satisfies Readonly<Record<Lane, number>>;
  return (lane, task) => {
    if (lane === 'stranger' && queue.sizeBy({ priority: priority.stranger }) >= mostStrangers) return null;
    return queue.add(task, { priority: priority[lane] });
  };
}
