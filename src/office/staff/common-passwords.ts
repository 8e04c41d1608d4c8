import { askThread } from '../../common/ask-thread.ts';
import { createTaskLanes } from './task-lanes.ts';

/** Maximum number of UTF-16 units that are judged: enough for a judgement. The time grows faster than the length. */
export const judgedLength = 64;

/** Timeout in milliseconds for one password. A second or two are usual. */
export const judgeTimeout = 15_000;

/**
 * Whether a password is easy to guess: a common one, a row of keys, a repeated word, a name with a year. zxcvbn and its word
 * lists judge the password in a separate thread, because judging takes a second, in which all requests would have to wait.
 * @param words words that are easy to guess here: names of the person and of the service
 * @param fewestGuesses the minimum number of guesses that a good password withstands
 * @throws Error if the password could not be judged, or not in time
 */
export async function isCommonPassword(
  password: string,
  words: readonly string[],
  fewestGuesses: number,
): Promise<boolean> {
  // One thread runs at a time, because a hundred would take all memory. The queue needs no limit, because only people who are
  // signed in or have a link can add to it.
  const question = { password: password.slice(0, judgedLength), words, fewestGuesses };
  const judge = () => askThread<boolean>(script, question, { milliseconds: judgeTimeout, megabytes: 128 });
  return (await inTurn('known', judge)) === true;
}

const inTurn = createTaskLanes(0);
const script = new URL('./common-passwords-worker.ts', import.meta.url);
