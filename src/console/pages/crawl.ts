import { Router } from 'express';
import { writeCsv } from '../../office/sheets/csv.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { goTo, show, showPart } from '../show.ts';
import { visitOf } from '../visit.ts';
import { crawledRows } from './crawled-rows.ts';
import { reportUnlessStopped } from './report-unless-stopped.ts';
import { showCrawl } from './show-crawl.ts';

/** `/console/crawl`: every way through the draft is called, and what is heard is checked. */
export function createCrawlPage({ rehearsal, crawls, report }: ConsoleParts): ConsolePage {
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { now, edition, gaps } = await rehearsal.drafted();
    const isWhole = edition !== null && gaps.length === 0;
    show(response, 'crawl', {
      title: visit.t('crawl.title'),
      isWhole,
      crawl: isWhole ? showCrawl(visit, now.line.file, crawls.of(edition.hash)) : null,
    });
  });
  router.get('/progress', async (request, response) => {
    const isSummary = request.query.in === 'summary';
    const { now, edition } = await rehearsal.drafted();
    const job = edition && crawls.of(edition.hash);
    // When it is over there is more to show than how far it is; but a summary has a form that must not be lost.
    if (job?.state !== 'running' && !isSummary) response.set('HX-Refresh', 'true');
    showPart(response, 'parts/crawl-job', { crawl: showCrawl(visitOf(response), now.line.file, job), isSummary });
  });
  router.get('/sentences.csv', async (_request, response) => {
    const { edition } = await rehearsal.drafted();
    const job = edition && crawls.of(edition.hash);
    if (job?.state !== 'done') return goTo(response, '/crawl');
    const bytes = Buffer.from(writeCsv(crawledRows(visitOf(response), job.result)));
    response.type('text/csv; charset=utf-8').attachment('kotozute-language-check.csv').send(bytes);
  });
  router.post('/', async (_request, response) => {
    const { edition, gaps } = await rehearsal.drafted();
    // Given up when the draft changes meanwhile; that is no trouble of anybody's.
    if (edition && gaps.length === 0) crawls.crawl(edition).catch((error) => reportUnlessStopped(report, error));
    goTo(response, '/crawl');
  });
  return { path: '/crawl', navKey: 'crawl.nav', aboutKey: 'crawl.about', act: 'read', router };
}
