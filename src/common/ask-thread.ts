import { Worker } from 'node:worker_threads';

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

/** Whether a thread ended because it needed more memory than its limits allow. */
export const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
