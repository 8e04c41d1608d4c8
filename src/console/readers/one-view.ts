import { html, type View } from '../../frame/html.ts';
import { csrfField, smallId, status } from '../../frame/parts.ts';
import { pathOfText } from '../text/open-text.ts';
import { type DescribedRemark, remarkView, settleForm } from '../text/reader-remarks.ts';
import type { DescribedReview } from './list-view.ts';

/** A remark, as the page of its review shows it. */
interface ListedRemark extends DescribedRemark {
  readonly prompt: string;
  /** What staff call the prompt. */
  readonly name: string;
  readonly isCurrent: boolean;
  /** Who dealt with the remark, and when; null while it is open. */
  readonly settled: string | null;
}

/** One review, with its remarks. */
interface OneReviewData {
  readonly review: DescribedReview;
  readonly remarks: readonly ListedRemark[];
  readonly mayEdit: boolean;
  readonly isOpen: boolean;
}

export const oneReviewView: View<OneReviewData> = ({ review, remarks, mayEdit, isOpen }, visit) => {
  const { t } = visit;
  const { number, tag, who, when, until, progress } = review;
  return html`<dl class="facts">
<div><dt>${t('readers.status')}</dt><dd>${status(review.status)}</dd></div>
<div><dt>${t('readers.made')}</dt><dd>${t('readers.made-by', { who, when })}</dd></div>
<div><dt>${t('readers.until')}</dt><dd>${until}</dd></div>
<div><dt>${t('readers.answers')}</dt><dd>${t('readers.answers-count', { ...progress })}${progress.before > 0 ? html` <span class="quiet">${t('readers.answers-before', { before: progress.before })}</span>` : ''}${progress.forGroup > 0 ? html` <span class="quiet">${t('readers.for-group', { count: progress.forGroup })}</span>` : ''}</dd></div>
</dl>
<section aria-labelledby="remarks-title">
<h2 id="remarks-title">${t('readers.remarks-title')}</h2>
${remarks.length === 0 ? html`<p>${t('readers.remarks-none')}</p>` : ''}
${remarks.map(
  (remark) => html`<div class="approve-text">
<h3><a class="link-target" href="/console${pathOfText(tag, remark.prompt)}">${remark.name}</a> ${smallId(remark.prompt)}</h3>
${remark.isCurrent ? '' : html`<p>${status({ kind: 'plain', text: t('readers.is-obsolete') })}</p>`}
${remarkView(tag, remark, visit)}
${remark.settled ? html`<p>${remark.settled}</p>` : mayEdit ? settleForm(remark.number, number, visit) : ''}
</div>`,
)}
</section>
${
  isOpen && mayEdit
    ? html`<form method="post" action="/console/readers/${number}/revoke">
${csrfField(visit)}
<p>${t('readers.revoke-about')}</p>
<button class="button button-danger" type="submit">${t('readers.revoke')}</button>
</form>`
    : ''
}
<p><a href="/console/readers">${t('readers.back')}</a></p>`;
};
