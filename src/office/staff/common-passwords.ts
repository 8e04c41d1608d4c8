import { Worker } from 'node:worker_threads';
import { createTaskLanes } from './task-lanes.ts';

/** Characters that are looked at; the time it takes grows faster than the length, and so many are enough to judge by. */
export const judgedLength = 64;

/** Milliseconds for judging one password; a second or two are usual. */
export const judgedWithin = 15_000;

/**
 * Whether a password is among the first that are guessed: a common one, a row of keys, a word said twice, a name with a year.
 * Judged by zxcvbn and its lists, in a thread of its own, because it takes a second in which calls would wait.
 * @param words what is near at hand here: names of the person and of the service
 * @param fewestGuesses after how many guesses it may be found
 * @throws Error when it could not be judged in time
 */
export async function isCommonPassword(
  password: string,
  words: readonly string[],
  fewestGuesses: number,
): Promise<boolean> {
  // One thread at a time: only people who are signed in or have a link get here, and a hundred threads take all memory.
  return (
    (await inTurn('known', () => judge({ password: password.slice(0, judgedLength), words, fewestGuesses }))) === true
  );
}

const inTurn = createTaskLanes(0);

async function judge(workerData: object): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const worker = new Worker(new URL('./common-passwords-worker.ts', import.meta.url), {
    workerData,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const late = setTimeout(() => reject(new Error('The password could not be judged in time.')), judgedWithin);
  worker.once('message', resolve).once('error', reject);
  worker.once('exit', () => reject(new Error('The password could not be judged.')));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
