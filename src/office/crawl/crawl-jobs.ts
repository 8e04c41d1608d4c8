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
   * changed since.
   * @throws Error when it was given up, or broke
   */
  crawl(edition: Edition): Promise<CrawlResult>;
  /** Gives up what is under way. */
  stop(): void;
}

/** So many different drafts are remembered. */
const remembered = 4;

/** @param clock milliseconds since the epoch */
export function createCrawlJobs(crawl: Crawl, clock: () => number): CrawlJobs {
  const jobs = new Map<string, CrawlJob>();
  let running: {
    readonly hash: string;
    readonly stopping: AbortController;
    readonly result: Promise<CrawlResult>;
  } | null = null;

  const keep = (hash: string, job: CrawlJob): void => {
    jobs.delete(hash);
    jobs.set(hash, job);
    const [oldest] = jobs.keys();
    if (jobs.size > remembered && oldest !== undefined) jobs.delete(oldest);
  };

  const run = async (edition: Edition, signal: AbortSignal): Promise<CrawlResult> => {
    const { hash } = edition;
    keep(hash, { state: 'running', turns: 0 });
    try {
      const result = await crawl(edition, signal, (turns) => keep(hash, { state: 'running', turns }));
      signal.throwIfAborted();
      keep(hash, { state: 'done', at: clock(), result });
      return result;
    } catch (error) {
      if (signal.aborted) jobs.delete(hash);
      else keep(hash, { state: 'broken', error });
      throw error;
    } finally {
      if (running?.hash === hash) running = null;
    }
  };

  return {
    of: (hash) => jobs.get(hash) ?? null,
    async crawl(edition) {
      const job = jobs.get(edition.hash);
      if (job?.state === 'done') return job.result;
      if (running?.hash === edition.hash) return running.result;
      running?.stopping.abort();
      const stopping = new AbortController();
      const result = run(edition, stopping.signal);
      running = { hash: edition.hash, stopping, result };
      return result;
    },
    stop: () => running?.stopping.abort(),
  };
}
