import type { Connection } from './http-connection.ts';
import type { Requests } from './requests.ts';

/** The results of generating load. */
export interface Load {
  /** The latency of every answer, in milliseconds. */
  readonly latencies: readonly number[];
  /** Number of answers that were not 200. */
  readonly wrong: number;
  readonly seconds: number;
}

/**
 * Closed loop: every connection sends its next request as soon as it has an answer, so the server is never idle.
 * @param bound when to stop: after a duration, or after a number of answers
 */
export async function closedLoop(
  connections: readonly Connection[],
  next: Requests,
  bound: { readonly milliseconds: number } | { readonly answers: number },
): Promise<Load> {
  const latencies: number[] = [];
  let wrong = 0;
  const begun = performance.now();
  const isOver = (now: number) =>
    'answers' in bound ? latencies.length >= bound.answers : now >= begun + bound.milliseconds;
  const askRepeatedly = async (connection: Connection) => {
    for (let asked = performance.now(); !isOver(asked); asked = performance.now()) {
      const { status } = await connection.ask(next());
      latencies.push(performance.now() - asked);
      if (status !== 200) wrong += 1;
    }
  };
  await Promise.all(connections.map(askRepeatedly));
  return { latencies, wrong, seconds: (performance.now() - begun) / 1000 };
}

/**
 * Open loop: requests become due on a schedule, regardless of the answers. The latency of a request counts from when it
 * was due. So a server that stalls is charged for all requests that became due while it stalled.
 */
export async function openLoop(
  connections: readonly Connection[],
  next: Requests,
  { rate, milliseconds }: { readonly rate: number; readonly milliseconds: number },
): Promise<Load> {
  const latencies: number[] = [];
  let wrong = 0;
  const free = [...connections];
  const due: number[] = [];
  const total = Math.round((rate * milliseconds) / 1000);
  const begun = performance.now();
  const finished = Promise.withResolvers<void>();

  const send = () => {
    while (due.length > 0) {
      const connection = free.pop();
      if (!connection) return;
      void answer(connection, due.shift() ?? 0).catch(finished.reject);
    }
  };
  const answer = async (connection: Connection, scheduled: number) => {
    const { status } = await connection.ask(next());
    latencies.push(performance.now() - scheduled);
    if (status !== 200) wrong += 1;
    free.push(connection);
    send();
    if (latencies.length === total) finished.resolve();
  };
  let scheduled = 0;
  // Waits busily, because a timer is no finer than a millisecond and an answer takes less than that.
  const watch = () => {
    for (const now = performance.now(); scheduled < total; scheduled += 1) {
      const when = begun + (scheduled * 1000) / rate;
      if (when > now) break;
      due.push(when);
    }
    send();
    if (scheduled < total) setImmediate(watch);
  };
  watch();
  await finished.promise;
  return { latencies, wrong, seconds: (performance.now() - begun) / 1000 };
}
