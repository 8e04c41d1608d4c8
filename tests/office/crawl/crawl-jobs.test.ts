import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '#jest';
import type { CrawlResult } from '../../../src/office/crawl/crawl-finding.ts';
import { createCrawlJobs } from '../../../src/office/crawl/crawl-jobs.ts';
import { createEdition } from '../../../src/office/editions/edition.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';

const engine = { id: 'espeak', fingerprint: 'test' } as const;
const one = createEdition(fixtureDraft(), engine);
const other = createEdition(fixtureDraft(['en.yaml', 'There is more.', 'There is even more.']), engine);

/** Crawls that end when the test says so. Like a process, they need a moment to end after an abort. */
function controlled() {
  const begun: { hash: string; signal: AbortSignal; report: (turns: number) => void; end: () => void }[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  const jobs = createCrawlJobs(
    async ({ hash }, signal, report) => {
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      const { promise, resolve } = Promise.withResolvers<void>();
      begun.push({ hash, signal, report, end: resolve });
      signal.addEventListener('abort', () => resolve());
      await promise;
      await setImmediate();
      underWay -= 1;
      return { hash, turns: begun.length, languages: [], sentences: [], findings: [] } satisfies CrawlResult;
    },
    () => 1_000,
  );
  const until = async (count: number) => {
    while (begun.length < count) await setImmediate();
  };
  return { jobs, begun, until, mostUnderWay: () => mostUnderWay };
}

/** The outcome of a crawl: how many crawls had begun when it ended, or the name of the error that it ended with. */
const fate = (result: Promise<CrawlResult>) =>
  result.then(
    ({ turns }) => turns,
    (error: Error) => error.name,
  );

describe('A crawl in the background', () => {
  test('runs once for each edition, and its result is remembered', async () => {
    const { jobs, begun, until } = controlled();
    const [first, second] = [jobs.crawl(one), jobs.crawlForPublishing(one)];
    await until(1);
    begun[0]?.end();
    expect(await Promise.all([first, second, jobs.crawl(one)])).toMatchObject([
      { turns: 1 },
      { turns: 1 },
      { turns: 1 },
    ]);
    expect(jobs.of(one.hash)).toMatchObject({ state: 'done', at: 1_000 });
    expect(jobs.of(other.hash)).toBeNull();
  });

  test('is aborted for a newer draft, whose own crawl begins when the first has ended', async () => {
    const { jobs, begun, until, mostUnderWay } = controlled();
    const first = fate(jobs.crawl(one));
    await until(1);
    const second = fate(jobs.crawl(other));
    expect([jobs.of(one.hash), jobs.of(other.hash)]).toEqual([null, { state: 'running', turns: 0 }]);
    await until(2);
    begun[1]?.end();
    expect([await first, await second, mostUnderWay()]).toEqual(['AbortError', 2, 1]);
  });

  test.each([false, true])(
    'is not aborted while publishing waits for it (begun by a page: %p), and a newer draft is crawled next',
    async (isBegunByPage) => {
      const { jobs, begun, until, mostUnderWay } = controlled();
      const opened = isBegunByPage ? fate(jobs.crawl(one)) : null;
      const published = fate(jobs.crawlForPublishing(one));
      await until(1);
      const newer = fate(jobs.crawl(other));
      expect(begun[0]?.signal.aborted).toBe(false);
      begun[0]?.end();
      await until(2);
      begun[1]?.end();
      expect([await opened, await published, await newer]).toEqual([isBegunByPage ? 1 : null, 1, 2]);
      expect(mostUnderWay()).toBe(1);
    },
  );

  test('that was aborted no longer reports progress when the same edition is crawled again', async () => {
    const { jobs, begun, until, mostUnderWay } = controlled();
    const fates = [fate(jobs.crawl(one))];
    await until(1);
    fates.push(fate(jobs.crawl(other)), fate(jobs.crawl(one)));
    begun[0]?.report(700);
    await until(2);
    begun[0]?.report(700);
    expect(jobs.of(one.hash)).toEqual({ state: 'running', turns: 0 });
    begun[1]?.report(100);
    expect(jobs.of(one.hash)).toEqual({ state: 'running', turns: 100 });
    begun[1]?.end();
    expect([await Promise.all(fates), mostUnderWay()]).toEqual([['AbortError', 'AbortError', 2], 1]);
  });

  test('can be stopped even while publishing waits for it, together with the crawls that wait behind it', async () => {
    const { jobs, until } = controlled();
    const fates = [fate(jobs.crawlForPublishing(one))];
    await until(1);
    fates.push(fate(jobs.crawl(other)));
    jobs.stop();
    expect(await Promise.all(fates)).toEqual(['AbortError', 'AbortError']);
    expect(jobs.of(one.hash)).toBeNull();
  });

  test('that failed says so, and can be tried again', async () => {
    let times = 0;
    const jobs = createCrawlJobs(
      async ({ hash }) => {
        times += 1;
        if (times === 1) throw new Error('no more memory');
        return { hash, turns: times, languages: [], sentences: [], findings: [] };
      },
      () => 0,
    );
    await expect(jobs.crawl(one)).rejects.toThrow('no more memory');
    expect(jobs.of(one.hash)).toMatchObject({ state: 'broken' });
    expect(await fate(jobs.crawl(one))).toBe(2);
  });
});
