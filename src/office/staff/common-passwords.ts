import { askThread } from '../../common/ask-thread.ts';
import { createTaskLanes } from './task-lanes.ts';

/**
 * Maximum number of UTF-16 units of a password that are judged. They are enough for a judgement. Judging more takes too
 * long, because the time grows faster than the length.
 */
export const judgedLength = 64;

/** Timeout in milliseconds for one password. Judging usually takes a second or two. */
export const judgeTimeout = 15_000;

/**
 * Whether a password is easy to guess, such as a common password, a row of keys, a repeated word, or a name with a
 * year. zxcvbn judges the password with its word lists. It runs in a separate thread, because judging takes a
 * second, and in the main thread all requests would have to wait.
 * @param words words that an attacker would try first, such as the names of the person and of the service
 * @param fewestGuesses a password that withstands fewer guesses than this is easy to guess
 * @throws Error if the password could not be judged, or not within `judgeTimeout`
 */
export async function isCommonPassword(
  password: string,
  words: readonly string[],
  fewestGuesses: number,
): Promise<boolean> {
  // One thread runs at a time, because a hundred threads would take all memory. The queue needs no limit, because only
  // people who are signed in or have a link can add to it.
  const question = { password: password.slice(0, judgedLength), words, fewestGuesses };
  const judge = () => askThread<boolean>(script, question, { milliseconds: judgeTimeout, megabytes: 128 });
  return (await inTurn('known', judge)) === true;
}

const inTurn = createTaskLanes(0);
const script = new URL('./common-passwords-worker.ts', import.meta.url);
