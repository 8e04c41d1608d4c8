import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';

/** What a thread may take. */
export interface ThreadLimits {
  /** Until its answer, including its start. */
  readonly milliseconds: number;
  /** Memory for what it keeps, in megabytes. */
  readonly megabytes: number;
  /** Memory for what it has just made, in megabytes; by default, as much as Node gives. */
  readonly youngMegabytes?: number;
}

/** A thread has not answered in time. */
export class LateThreadError extends Error {
  override readonly name = 'LateThreadError';
}

/**
 * Starts a thread for one question, and ends it after its answer: the first message that it posts.
 * @param script the program of the thread, which finds the question in `workerData`
 * @throws LateThreadError when there is no answer in time; what the thread threw; an Error when it ends without an answer
 */
export async function askThread<Answer>(
  script: URL,
  question: unknown,
  { milliseconds, megabytes, youngMegabytes }: ThreadLimits,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const worker = new Worker(script, {
    workerData: question,
    // A thread needs no environment variables, so it is not given the secrets in them.
    env: {},
    resourceLimits: {
      maxOldGenerationSizeMb: megabytes,
      ...(youngMegabytes !== undefined && { maxYoungGenerationSizeMb: youngMegabytes }),
    },
  });
  const late = setTimeout(() => reject(new LateThreadError('A thread has not answered in time.')), milliseconds);
  worker.once('message', resolve).once('error', reject);
  worker.once('exit', () => reject(new Error('A thread has ended without an answer.')));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}

/** Too many questions are waiting for a thread. */
export class BusyThreadError extends Error {
  override readonly name = 'BusyThreadError';
}

/**
 * Asks one thread after another, so that only one of them takes memory and a processor at a time.
 * @param most maximum number of questions that are being answered or waiting
 * @returns a function like `askThread`, whose question is made when its turn comes; it throws BusyThreadError if too many are waiting
 */
export function createThreadQueue(most: number) {
  const queue = new PQueue({ concurrency: 1 });
  return async <Answer>(script: URL, question: () => unknown, limits: ThreadLimits): Promise<Answer> => {
    if (queue.size + queue.pending >= most) throw new BusyThreadError('Too many questions are waiting for a thread.');
    return queue.add(async () => askThread<Answer>(script, await question(), limits));
  };
}

/** Whether a thread ended because it needed more memory than its limits allow. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
