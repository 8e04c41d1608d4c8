import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Edition } from '../editions/edition.ts';
import { writeContent } from '../editions/edition-content.ts';
import type { EditionRecords } from '../editions/edition-records.ts';
import { everyNarration } from '../editions/every-narration.ts';
import { sentencesIn } from '../editions/manifest.ts';
import type { CrawlResult } from './crawl-finding.ts';

/** What the process of a crawl is given. */
export interface CrawlTask {
  /** See `writeContent`. */
  readonly content: string;
  readonly measured: ReadonlyMap<string, number>;
}

/** What it says. */
export type FromProcess = { readonly turns: number } | { readonly result: CrawlResult } | { readonly broken: string };

/** Megabytes of its heap: several times what seven languages take. */
const megabytes = 256;

/** Milliseconds; the bundled line takes some seconds. */
const longest = 600_000;

/**
 * Calls an edition on every way, in a process of its own: it takes seconds in which nothing of the office waits, and a hundred
 * megabytes, which go with it.
 * @param sounds where the lengths of sounds are kept; without it all are predicted
 * @throws Error when it takes too much time or memory, or breaks; the reason of the signal when it is given up
 */
export async function crawlApart(
  edition: Edition,
  sounds: Pick<EditionRecords['sounds'], 'entries'> | null,
  { signal, report = () => {} }: { readonly signal?: AbortSignal; readonly report?: (turns: number) => void } = {},
): Promise<CrawlResult> {
  const { file, words, engine } = edition;
  const keys = sentencesIn(await everyNarration(edition)).map(({ key }) => key);
  const entries = (await sounds?.entries(keys)) ?? [];
  signal?.throwIfAborted();
  const task: CrawlTask = {
    content: writeContent({ line: file, words, engine }),
    measured: new Map(entries.map(({ key, seconds }) => [key, seconds])),
  };
  const { promise, resolve, reject } = Promise.withResolvers<CrawlResult>();
  const compiled = getCompileCacheDir();
  const child = fork(fileURLToPath(new URL('./crawl-process.ts', import.meta.url)), {
    // It needs nothing else from the environment, and so gets none of the secrets in it.
    // Node names a folder of this version within the one that it was given, and would do so again.
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) },
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const late = setTimeout(() => reject(new Error('The check of languages takes too long.')), longest);
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  child.on('message', (message: FromProcess) => {
    if ('turns' in message) report(message.turns);
    else if ('result' in message) resolve(message.result);
    else reject(new Error(message.broken));
  });
  child.once('error', reject);
  child.once('exit', () => reject(new Error('The check of languages ended without a result.')));
  child.send(task, (error) => error && reject(error));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', giveUp);
    child.kill('SIGKILL');
  }
}
