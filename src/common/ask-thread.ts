import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';

/** The limits of a thread. */
export interface ThreadLimits {
  /** The maximum time from the start of the thread to its answer. */
  readonly milliseconds: number;
  /** The maximum memory for long-lived objects (V8's old generation), in megabytes. */
  readonly megabytes: number;
  /** The maximum memory for new objects (V8's young generation), in megabytes; by default Node's own limit. */
  readonly youngMegabytes?: number;
}

/** A thread has not answered in time. */
export class LateThreadError extends Error {
  override readonly name = 'LateThreadError';
}

/**
 * Starts a thread for one question, and ends it after its answer. The answer is the first message that the thread
 * posts.
 * @param script the program of the thread, which finds the question in `workerData`
 * @throws LateThreadError when there is no answer in time, the error that the thread threw, or an Error when the thread
 * ends without an answer
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
 * Creates a queue of questions for threads. Only one thread runs at a time, so that only one takes memory and a
 * processor.
 * @param most the maximum number of questions that are waiting or being answered
 * @returns a function like `askThread`. The question is created when its turn comes. The function throws
 * BusyThreadError if there are too many questions already
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
