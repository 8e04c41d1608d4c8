import { RecentMap } from '../../common/recent-map.ts';
import type { OfficeEdition } from '../editions/edition.ts';
import type { CrawlResult } from './crawl-finding.ts';

/** The state of one edition's crawl. */
export type CrawlJob =
  | { readonly state: 'running'; readonly turns: number }
  /** `at`: milliseconds since the epoch. */
  | { readonly state: 'done'; readonly at: number; readonly result: CrawlResult }
  | { readonly state: 'broken'; readonly error: unknown };

/** Crawls every path of an edition. */
export type Crawl = (
  edition: OfficeEdition,
  signal: AbortSignal,
  report: (turns: number) => void,
) => Promise<CrawlResult>;

/** Runs crawls in the background, one at a time. A result stays valid, because editions never change. */
export interface CrawlJobs {
  /** Null for an edition that was never crawled, whose crawl was aborted, or whose result is no longer cached. */
  of(hash: string): CrawlJob | null;
  /**
   * Crawls an edition. A cached result, or a crawl of the same edition that is already running, is used instead of a
   * new crawl. A new crawl aborts the crawls of other editions, because the draft has changed since those began. Crawls
   * that publishing waits for are not aborted; the new crawl starts after them.
   * @throws Error when the crawl was aborted or failed
   */
  crawl(edition: OfficeEdition): Promise<CrawlResult>;
  /** Like `crawl`, but for publishing: a later crawl of a changed draft does not abort this one. */
  crawlForPublishing(edition: OfficeEdition): Promise<CrawlResult>;
  /** Aborts all crawls, including those that are waiting and those for publishing. */
  stop(): void;
}

/** Maximum number of cached jobs, one for each edition. */
const mostJobs = 4;

/** A crawl that is running or waiting for the previous one. */
interface Run {
  readonly stopping: AbortController;
  readonly result: Promise<CrawlResult>;
  isForPublishing: boolean;
}

/** @param clock milliseconds since the epoch */
export function createCrawlJobs(crawl: Crawl, clock: () => number): CrawlJobs {
  const jobs = new RecentMap<string, CrawlJob>(mostJobs);
  const runs = new Map<string, Run>();
  /** Settles when the last crawl and all before it have ended, including aborted ones. */
  let lastEnded: Promise<void> = Promise.resolve();

  const abort = (hash: string, { stopping }: Run): void => {
    runs.delete(hash);
    jobs.delete(hash);
    stopping.abort();
  };

  /**
   * Crawls an edition when `before` has settled. After an abort, the crawl must not change the edition's job, because a
   * new crawl of the same edition may have started.
   */
  const crawlAfter = async (
    before: Promise<void>,
    edition: OfficeEdition,
    signal: AbortSignal,
  ): Promise<CrawlResult> => {
    const { hash } = edition;
    const tell = (job: CrawlJob) => {
      if (!signal.aborted) jobs.set(hash, job);
    };
    try {
      await before;
      signal.throwIfAborted();
      const result = await crawl(edition, signal, (turns) => tell({ state: 'running', turns }));
      signal.throwIfAborted();
      tell({ state: 'done', at: clock(), result });
      return result;
    } catch (error) {
      tell({ state: 'broken', error });
      throw error;
    } finally {
      if (!signal.aborted) runs.delete(hash);
    }
  };

  const run = (edition: OfficeEdition, isForPublishing: boolean): Promise<CrawlResult> => {
    const { hash } = edition;
    const job = jobs.get(hash);
    if (job?.state === 'done') return Promise.resolve(job.result);
    const same = runs.get(hash);
    if (same) {
      same.isForPublishing ||= isForPublishing;
      return same.result;
    }
    for (const [other, each] of runs) if (!each.isForPublishing) abort(other, each);
    jobs.set(hash, { state: 'running', turns: 0 });
    const stopping = new AbortController();
    const result = crawlAfter(lastEnded, edition, stopping.signal);
    const ended = () => {};
    lastEnded = result.then(ended, ended);
    runs.set(hash, { stopping, result, isForPublishing });
    return result;
  };

  return {
    of: (hash) => jobs.get(hash) ?? null,
    crawl: (edition) => run(edition, false),
    crawlForPublishing: (edition) => run(edition, true),
    stop() {
      for (const [hash, each] of runs) abort(hash, each);
    },
  };
}
