import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DictionaryAnswer, DictionaryWord } from './dictionary-process.ts';

/** Limits of the dictionary. */
export const dictionaryLimits = {
  /**
   * Maximum characters of one question. A question contains a text twice, and saved texts have at most 12,000
   * characters.
   */
  characters: 30_000,
  /** Milliseconds until the answer, including the start of the process. About a second is usual. */
  timeout: 15_000,
  /** Milliseconds without a question after which the process is ended. The process takes 190 MB. */
  idle: 60_000,
  /** Maximum number of questions without an answer yet. */
  waiting: 8,
} as const;

/**
 * The dictionary cannot answer: its process does not start, ends, reports an error or takes too long, the text is too
 * long, or too many questions are waiting.
 */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

/** A Japanese dictionary that divides sentences into words. */
export interface Dictionary {
  /**
   * Divides texts into words, with their readings.
   * @throws DictionaryError
   */
  words(texts: readonly string[]): Promise<DictionaryWord[][]>;
  /** The id of the dictionary's process; undefined while none is running. */
  readonly processId: number | undefined;
  /** Ends the process. */
  close(): void;
}

interface DictionaryOptions {
  /** Replaces the program of the process. */
  readonly script?: URL;
  readonly timeout?: number;
  readonly idle?: number;
}

/**
 * The dictionary in a child process, which is started with the first question and ended when there have been no
 * questions for a while.
 */
export function createDictionary({
  script = new URL('./dictionary-process.ts', import.meta.url),
  timeout = dictionaryLimits.timeout,
  idle = dictionaryLimits.idle,
}: DictionaryOptions = {}): Dictionary {
  let child: ChildProcess | undefined;
  let resting: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const end = () => {
    clearTimeout(resting);
    child?.kill('SIGKILL');
    child = undefined;
  };
  const ask = async (texts: readonly string[]): Promise<DictionaryWord[][]> => {
    clearTimeout(resting);
    const asked = child?.connected ? child : start(script);
    child = asked;
    try {
      return await answerOf(asked, texts, timeout);
    } catch (error) {
      end();
      throw error;
    } finally {
      if (child) resting = setTimeout(end, idle).unref();
    }
  };
  return {
    async words(texts) {
      if (texts.reduce((sum, { length }) => sum + length, 0) > dictionaryLimits.characters) {
        throw new DictionaryError('The text is too long for the dictionary.');
      }
      if (waiting >= dictionaryLimits.waiting) {
        throw new DictionaryError('Too many questions are waiting for the dictionary.');
      }
      waiting += 1;
      // The questions are asked one after another, because the process has one thread.
      const answer = last.then(() => ask(texts));
      last = answer.catch(() => {});
      return answer.finally(() => {
        waiting -= 1;
      });
    },
    get processId() {
      return child?.pid;
    },
    close: end,
  };
}

function start(script: URL): ChildProcess {
  const compiled = getCompileCacheDir();
  const child = fork(fileURLToPath(script), {
    // The process gets only this environment variable, and so none of the secrets in the others. Node appends a folder
    // for its own version to NODE_COMPILE_CACHE. `getCompileCacheDir` returns the path with that folder, so its parent
    // is used.
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) },
    execArgv: ['--max-old-space-size=128'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Without a listener, an error of the process would end the office. While a question is open, `answerOf` handles the
  // error too.
  child.on('error', () => {});
  // The process alone never keeps the office running.
  child.unref();
  child.channel?.unref();
  return child;
}

async function answerOf(child: ChildProcess, texts: readonly string[], timeout: number): Promise<DictionaryWord[][]> {
  const { promise, resolve, reject } = Promise.withResolvers<DictionaryWord[][]>();
  const answered = (answer: DictionaryAnswer) =>
    'words' in answer ? resolve(answer.words) : reject(new DictionaryError(answer.broken));
  const failed = () => reject(new DictionaryError('The process of the dictionary ended.'));
  const late = setTimeout(() => reject(new DictionaryError('The dictionary takes too long.')), timeout);
  child.once('message', answered).once('error', failed).once('exit', failed);
  child.send(texts, (error) => error && failed());
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    child.off('message', answered).off('error', failed).off('exit', failed);
  }
}
