import { type Html, html, nothing, type View } from '../../frame/html.ts';
import { banner, csrfField, folded, ifAny, status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import { type CrawlStatus, crawlJobView } from './crawl-job.ts';

/** The page of the check that calls the draft on every path. */
interface CrawlPageData {
  /** Whether the draft has all its texts, so that it can be called. */
  readonly isWhole: boolean;
  /** Null if this draft has not been checked yet. */
  readonly crawl: CrawlStatus | null;
}

export const crawlView: View<CrawlPageData> = ({ isWhole, crawl }, visit) => html`<p>${visit.t('crawl.what')}</p>
${isWhole ? jobView(crawl, visit) : missingView(visit)}`;

const missingView = ({ t }: Visit): Html => html`${banner({ kind: 'warning', text: t('crawl.not-whole') })}
<p><a class="link-target" href="/console/publish">${t('crawl.to-publish')}</a></p>`;

const jobView = (
  crawl: CrawlStatus | null,
  visit: Visit,
): Html => html`${crawlJobView({ crawl, isSummary: false }, visit)}
${!crawl || crawl.isBroken ? startView(visit) : ''}
${crawl ? resultView(crawl, visit) : ''}`;

const startView = (visit: Visit): Html => html`<form method="post" action="/console/crawl">
${csrfField(visit)}
<button class="button" type="submit">${visit.t('crawl.start-button')}</button>
</form>`;

/** The error message of the program, for the technician. */
const errorView = (t: Translate, error: string): Html =>
  error === '' ? nothing : folded(t, html`<p lang="en">${error}</p>`);

const resultView: View<CrawlStatus> = ({ findings, languages }, { t }) => html`${ifAny(
  findings,
  (some) => html`<section>
<h2>${t('crawl.findings')}</h2>
<ul class="findings crawl-findings">
${some.map(({ text, href, error, way }) => html`<li>${status({ kind: 'error', text: t('publish.error') })} ${text}${href ? html` <a class="link-target" href="${href}">${t('crawl.to-text')}</a>` : ''}${errorView(t, error)}<br><span class="quiet">${way}</span></li>`)}
</ul>
</section>`,
)}
${ifAny(
  languages,
  (some) => html`<p><a class="button button-quiet" href="/console/crawl/sentences.csv">${t('crawl.download')}</a></p>
<table class="table">
<caption>${t('crawl.heard')}</caption>
<thead><tr><th scope="col">${t('crawl.language')}</th><th scope="col">${t('crawl.turns')}</th><th scope="col">${t('crawl.sentences')}</th><th scope="col">${t('crawl.length')}</th><th scope="col">${t('crawl.longest')}</th></tr></thead>
<tbody>
${some.map(({ tag, name, turns, sentences, minutes, longest }) => html`<tr><th scope="row" data-label="${t('crawl.language')}"><span lang="${tag}">${name}</span></th><td data-label="${t('crawl.turns')}">${turns}</td><td data-label="${t('crawl.sentences')}">${sentences}</td><td data-label="${t('crawl.length')}">${minutes}</td><td data-label="${t('crawl.longest')}">${longest}</td></tr>`)}
</tbody>
</table>`,
)}`;
