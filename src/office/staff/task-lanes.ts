/** Who waits: a browser in which somebody has signed in before, or anybody else. */
export type Lane = 'known' | 'stranger';

/** Runs a task when its turn comes; null when too many strangers wait already. */
export type InTurn = <Result>(lane: Lane, task: () => Promise<Result>) => Promise<Result> | null;

/**
 * Runs tasks one at a time: those of known browsers first, each lane in the order in which they come. One that fails does
 * not stop the next. Without the bound, whoever asks from a thousand addresses keeps everybody waiting for minutes.
 * @param mostStrangers tasks of strangers that may wait
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
