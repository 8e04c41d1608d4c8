import type { Edition } from '../editions/edition.ts';
import type { CrawlResult } from './crawl-finding.ts';

/** How far the crawl of one edition is. */
export type CrawlJob =
  | { readonly state: 'running'; readonly turns: number }
  /** Milliseconds since the epoch. */
  | { readonly state: 'done'; readonly at: number; readonly result: CrawlResult }
  | { readonly state: 'broken'; readonly error: unknown };

/** Calls an edition on every way. */
export type Crawl = (edition: Edition, signal: AbortSignal, report: (turns: number) => void) => Promise<CrawlResult>;

/** Crawls in the background, one at a time; what was found of an edition holds for ever, because editions never change. */
export interface CrawlJobs {
  /** Null for an edition that was never crawled, or so long ago that it is forgotten. */
  of(hash: string): CrawlJob | null;
  /**
   * Crawls an edition, unless that has been done or is under way. Another one that is under way is given up: its draft has
   * changed since. One that publishing waits for is not given up: it ends before this one begins.
   * @throws Error when it was given up, or broke
   */
  crawl(edition: Edition): Promise<CrawlResult>;
  /** The same for publishing: whatever others do to the draft meanwhile, it is not given up. */
  crawlForPublishing(edition: Edition): Promise<CrawlResult>;
  /** Gives up what is under way. */
  stop(): void;
}

/** So many different drafts are remembered. */
const remembered = 4;

/** A crawl that is under way or waits for the one before it. */
interface Run {
  readonly stopping: AbortController;
  readonly result: Promise<CrawlResult>;
  isForPublishing: boolean;
}

/** @param clock milliseconds since the epoch */
export function createCrawlJobs(crawl: Crawl, clock: () => number): CrawlJobs {
  const jobs = new Map<string, CrawlJob>();
  const runs = new Map<string, Run>();
  /** Settles when the last of them has ended, and with it all before, those given up too. */
  let lastEnded: Promise<void> = Promise.resolve();

  const keep = (hash: string, job: CrawlJob): void => {
    jobs.delete(hash);
    jobs.set(hash, job);
    const [oldest] = jobs.keys();
    if (jobs.size > remembered && oldest !== undefined) jobs.delete(oldest);
  };

  const giveUp = (hash: string, { stopping }: Run): void => {
    runs.delete(hash);
    jobs.delete(hash);
    stopping.abort();
  };

  /** One that was given up says nothing more: the same edition may be crawled anew by then. */
  const crawlAfter = async (before: Promise<void>, edition: Edition, signal: AbortSignal): Promise<CrawlResult> => {
    const { hash } = edition;
    const tell = (job: CrawlJob) => {
      if (!signal.aborted) keep(hash, job);
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

  const run = (edition: Edition, isForPublishing: boolean): Promise<CrawlResult> => {
    const { hash } = edition;
    const job = jobs.get(hash);
    if (job?.state === 'done') return Promise.resolve(job.result);
    const same = runs.get(hash);
    if (same) {
      same.isForPublishing ||= isForPublishing;
      return same.result;
    }
    for (const [other, each] of runs) if (!each.isForPublishing) giveUp(other, each);
    keep(hash, { state: 'running', turns: 0 });
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
      for (const [hash, each] of runs) giveUp(hash, each);
    },
  };
}
