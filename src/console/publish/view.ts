import { html, type View } from '../../frame/html.ts';
import { banner, type Status, status } from '../../frame/parts.ts';
import { type CrawlStatus, crawlJobView } from '../crawl/crawl-job.ts';
import { changesView, type DescribedChanges } from './changes.ts';
import { closedGateView, type DescribedGate } from './closed-gates.ts';
import { type ChangesHeard, heardChangesView } from './heard-changes.ts';
import { type PublishFormData, publishFormView } from './publish-form.ts';
import { type JobStatus, publishJobView } from './publish-job.ts';

/** The page of publishing. */
interface PublishData {
  readonly job: JobStatus | null;
  /** Shows whether all texts of the live edition are approved; null if no live edition is stored. */
  readonly mark: Status | null;
  /** What publishing would change; null if callers already hear the draft. */
  readonly news: PublishNews | null;
  /**
   * The texts whose sound has changed from the edition before to the live edition. Null if there is something to
   * publish, if there was no edition before, or if one of the two editions is not stored.
   */
  readonly heard: ChangesHeard | null;
  /** Null if the visitor may not publish. Also null if nothing can be published now, unless a form was refused. */
  readonly form: PublishFormData | null;
}

/** What publishing would change. */
export interface PublishNews {
  readonly changes: DescribedChanges;
  /** Whether the keys of languages or topics would change; false if no live edition is stored. */
  readonly areKeysChanged: boolean;
  readonly closed: readonly DescribedGate[];
  /** The language check; null while the draft cannot be published. */
  readonly crawl: CrawlStatus | null;
}

export const publishView: View<PublishData> = ({ job, mark, news, heard, form }, visit) => {
  const { t } = visit;
  return html`${publishJobView({ job, hasTyped: form !== null }, visit)}
${mark ? html`<p>${t('publish.live-now')} ${status(mark)}</p>` : ''}
<div${form ? html` class="publish-columns"` : ''}>
<div>
${form ? html`<p class="publish-jump"><a class="link-target" href="#publish">${t('publish.to-form')}</a></p>` : ''}
${news ? newsView(news, visit) : html`<p>${t('publish.nothing-new')}</p>`}
${heard && heard.count > 0 ? heardChangesView(heard, visit) : ''}
</div>
${
  form
    ? html`<section class="publish-form" id="publish" aria-labelledby="publish-title">
<h2 id="publish-title">${t('publish.do-it')}</h2>
<p>${t('publish.what-happens')}</p>
${publishFormView(form, visit)}
</section>`
    : ''
}
</div>`;
};

const newsView: View<PublishNews> = ({ changes, areKeysChanged, closed, crawl }, visit) => {
  const { t } = visit;
  return html`${areKeysChanged ? banner({ kind: 'warning', text: t('publish.keys-changed') }) : ''}
${closed.map((gate) => closedGateView(gate, visit))}
${
  crawl
    ? html`<section>
<h2>${t('crawl.summary')}</h2>
${crawlJobView({ crawl, isSummary: true }, visit)}
</section>`
    : ''
}
<section>
<h2>${t('publish.changes', { count: changes.count })}</h2>
<p><a class="link-target" href="/console/change-sheet">${t('change-sheet.link')}</a></p>
${changesView(changes, visit)}
</section>`;
};
