import { Worker } from 'node:worker_threads';
import type { Edition } from '../editions/edition.ts';
import { writeContent } from '../editions/edition-content.ts';
import type { EditionRecords } from '../editions/edition-records.ts';
import { everyNarration } from '../editions/every-narration.ts';
import { sentencesIn } from '../editions/manifest.ts';
import type { CrawlResult } from './crawl-finding.ts';

/** What the thread of a crawl is given. */
export interface CrawlTask {
  /** See `writeContent`. */
  readonly content: string;
  readonly measured: ReadonlyMap<string, number>;
}

/** What it says. */
export type FromThread = { readonly turns: number } | { readonly result: CrawlResult };

/** Megabytes for one edition, its line and what was heard of it: several times what seven languages take. */
const megabytes = 512;

/** Milliseconds; the bundled line takes a few seconds. */
const longest = 600_000;

/**
 * Calls an edition on every way, in a thread of its own: it takes seconds in which nothing else of the office waits.
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
  // It needs nothing from the environment, and so gets none of the secrets in it.
  const thread = new Worker(new URL('./crawl-thread.ts', import.meta.url), {
    workerData: task,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const late = setTimeout(() => reject(new Error('The check of languages takes too long.')), longest);
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  thread.on('message', (message: FromThread) => {
    if ('result' in message) resolve(message.result);
    else report(message.turns);
  });
  thread.once('error', reject);
  thread.once('exit', () => reject(new Error('The check of languages ended without a result.')));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', giveUp);
    await thread.terminate();
  }
}
