import { Router } from 'express';
import { goTo, show, showPart } from '../../frame/show.ts';
import { type Visitor, visitOf } from '../../frame/visit.ts';
import { namesIn } from '../../naming/names.ts';
import type { CrawlResult } from '../../office/crawl/crawl-finding.ts';
import { writeCsv } from '../../office/sheets/csv.ts';
import type { ConsolePage } from '../console-page.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { crawlJobView, crawlStatus } from './crawl-job.ts';
import { startCrawl } from './start-crawl.ts';
import { crawlView } from './view.ts';

/** `/console/crawl`: the check that calls the draft on every path and checks what is heard. */
export function createCrawlPage(parts: Pick<ConsoleParts, 'rehearsal' | 'crawls' | 'report'>): ConsolePage {
  const { rehearsal, crawls } = parts;
  const router = Router();
  router.get('/', async (_request, response) => {
    const visit = visitOf(response);
    const { now, edition, gaps } = await rehearsal.drafted();
    const isWhole = edition !== null && gaps.length === 0;
    show(response, crawlView, {
      title: visit.t('crawl.title'),
      isWhole,
      crawl: isWhole ? crawlStatus(visit, namesIn(visit, now), crawls.of(edition.hash)) : null,
    });
  });
  router.post('/', async (_request, response) => {
    const { edition, gaps } = await rehearsal.drafted();
    if (edition && gaps.length === 0) startCrawl(parts, edition);
    goTo(response, '/crawl');
  });
  router.get('/progress', async (request, response) => {
    const isSummary = request.query.in === 'summary';
    const { now, edition } = await rehearsal.drafted();
    const job = edition && crawls.of(edition.hash);
    // A check that has ended has more to show, so the whole page is loaded again. A page that shows only a summary of
    // the check is not loaded again, because text typed into the form of that page would be lost.
    if (job?.state !== 'running' && !isSummary) response.set('HX-Refresh', 'true');
    const visit = visitOf(response);
    showPart(response, crawlJobView, { crawl: crawlStatus(visit, namesIn(visit, now), job), isSummary });
  });
  router.get('/sentences.csv', async (_request, response) => {
    const { edition } = await rehearsal.drafted();
    const job = edition && crawls.of(edition.hash);
    if (job?.state !== 'done') return goTo(response, '/crawl');
    const bytes = Buffer.from(writeCsv(sentenceRows(visitOf(response), job.result)));
    response.type('text/csv; charset=utf-8').attachment('kotozute-language-check.csv').send(bytes);
  });
  return {
    path: '/crawl',
    navKey: 'crawl.nav',
    group: 'publish',
    aboutKey: 'crawl.about',
    act: 'read',
    styles: ['crawl'],
    router,
  };
}

const columns = ['language', 'prompt', 'text', 'voice', 'speed', 'length', 'measured'] as const;

/** A row for every sentence that was heard, below a row of headings. */
const sentenceRows = ({ t }: Pick<Visitor, 't'>, { sentences }: Pick<CrawlResult, 'sentences'>): string[][] => [
  columns.map((name) => t(`crawl.column.${name}`)),
  ...sentences.map(({ language, prompt, text, voice, speed, seconds, isMeasured }) => [
    language,
    prompt,
    text,
    voice,
    t(`crawl.speed.${speed}`),
    seconds.toFixed(1),
    t(isMeasured ? 'crawl.measured' : 'crawl.predicted'),
  ]),
];
