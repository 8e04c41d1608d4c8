/** Whose task it is: that of a browser in which someone has signed in before, or of anyone else. */
export type Lane = 'known' | 'stranger';

/** Queues a task; null if too many tasks of strangers are waiting already. */
export type InTurn = <Result>(lane: Lane, task: () => Promise<Result>) => Promise<Result> | null;

/**
 * Runs tasks one at a time: those of known browsers first, and first come, first served within each lane. A failing task does not
 * stop the next. Without the limit, requests from a thousand addresses could keep everyone waiting for minutes.
 * @param mostStrangers maximum number of waiting tasks of strangers
 */
export function createTaskLanes(mostStrangers: number): InTurn {
  const waiting: Readonly<Record<Lane, (() => Promise<void>)[]>> = { known: [], stranger: [] };
  const take = () => waiting.known.shift() ?? waiting.stranger.shift();
  let isRunning = false;
  const run = async () => {
    isRunning = true;
    for (let next = take(); next; next = take()) await next();
    isRunning = false;
  };
  return <Result>(lane: Lane, task: () => Promise<Result>) => {
    if (lane === 'stranger' && waiting.stranger.length >= mostStrangers) return null;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting[lane].push(async () => {
      try {
        resolve(await task());
      } catch (error) {
        reject(error);
      }
    });
    if (!isRunning) void run();
    return promise;
  };
}
