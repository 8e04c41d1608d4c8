import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '../../common/bilingual.ts';
import { ExplainedError } from '../../common/explained-error.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import { writeContent } from '../editions/edition-content.ts';
import type { EditionRecords } from '../editions/edition-records.ts';
import { everyNarration } from '../editions/every-narration.ts';
import { sentencesIn } from '../editions/manifest.ts';
import type { CrawlResult } from './crawl-finding.ts';

/** The message to the crawl process. */
export interface CrawlTask {
  /** See `writeContent`. */
  readonly content: string;
  readonly measured: ReadonlyMap<string, number>;
}

/** A message from the crawl process. */
export type CrawlMessage =
  | { readonly turns: number }
  | { readonly result: CrawlResult }
  | { readonly broken: Bilingual };

/** Maximum heap size in megabytes: more than twice what seven languages need. */
const megabytes = 256;

const tooLong = { ja: '自動点検に時間がかかりすぎています。', en: 'The check of languages takes too long.' } as const;
const noResult = {
  ja: '自動点検が、結果を出さずに終わりました。',
  en: 'The check of languages ended without a result.',
} as const;

/** Timeout in milliseconds. A crawl of the bundled line takes a few seconds. */
const longest = 600_000;

/**
 * Crawls every path of an edition in a child process. A crawl takes several seconds and a hundred megabytes. In a child
 * process it does not block the office, and its memory is released when the process ends.
 * @param sounds the stored lengths of sounds; if null, all lengths are predicted
 * @throws Error when the crawl takes too much time or memory, or fails; the signal's reason when the crawl is aborted
 */
export async function runCrawlProcess(
  edition: OfficeEdition,
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
    // The folder of the compile cache is the only environment variable that the process needs. It gets no others,
    // because they contain secrets. Node appends a subfolder for its version to this folder. `compiled` already ends
    // with that subfolder, so its parent is passed on.
    env: compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) },
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const late = setTimeout(() => reject(new ExplainedError(tooLong)), longest);
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  child.on('message', (message: CrawlMessage) => {
    if ('turns' in message) report(message.turns);
    else if ('result' in message) resolve(message.result);
    else reject(new ExplainedError(message.broken));
  });
  child.once('error', reject);
  child.once('exit', () => reject(new ExplainedError(noResult)));
  child.send(task, (error) => error && reject(error));
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', giveUp);
    child.kill('SIGKILL');
  }
}
