import { formatMoment } from '../../frame/format-moment.ts';
import { type Html, html } from '../../frame/html.ts';
import { csrfField, ifAny } from '../../frame/parts.ts';
import type { Visit, Visitor } from '../../frame/visit.ts';
import type { Remark } from '../../office/editions/native-review/native-review-records.ts';
import { type PartsOf, type SentencePart, sentenceView } from './sentence.ts';

/** A native reader's remark that a text is not right, as views show it. */
export interface DescribedRemark {
  readonly number: number;
  readonly who: string;
  readonly when: string;
  readonly comment: string;
  /** The marked sentences. */
  readonly marked: readonly (readonly SentencePart[])[];
}

/**
 * Describes a remark.
 * @param sentences all sentences of the text; the remark names the marked ones by their indexes
 */
export const describeRemark = (
  { language }: Pick<Visitor, 'language'>,
  { number, reader, at, comment, sentences: marked }: Remark,
  sentences: readonly string[],
  partsOf: PartsOf,
): DescribedRemark => ({
  number,
  who: reader,
  when: formatMoment(language, at),
  comment,
  marked: marked.flatMap((index) => (sentences[index] === undefined ? [] : [partsOf(sentences[index])])),
});

/** One remark: what the reader said, who the reader was, and when. */
export const remarkView = (
  tag: string,
  { who, when, comment, marked }: DescribedRemark,
  { t }: Visit,
): Html => html`${ifAny(
  marked,
  (some) => html`<p>${t('readers.marked')}</p>
<ul class="preview" lang="${tag}">${some.map((parts) => html`<li>${sentenceView(parts)}</li>`)}</ul>`,
)}
${comment === '' ? '' : html`<p class="approval-comment" dir="auto">${comment}</p>`}
<p class="quiet">${t('readers.remark-by', { who, when })}</p>`;

/**
 * The button that marks a remark as dealt with.
 * @param from the number of the review whose page shows the button; null on the page of the text
 */
export const settleForm = (
  number: number,
  from: number | null,
  visit: Visit,
): Html => html`<form method="post" action="/console/readers/remarks/${number}">
${csrfField(visit)}
<input type="hidden" name="from" value="${from ?? ''}">
<button class="button button-quiet" type="submit">${visit.t('readers.settle')}</button>
</form>`;

/** The open remarks about one text; nothing if there are none. */
export const remarksView = (tag: string, remarks: readonly DescribedRemark[], maySettle: boolean, visit: Visit): Html =>
  ifAny(
    remarks,
    (some) => html`<section class="text-problems" aria-label="${visit.t('readers.remarks-title')}">
<h2>${visit.t('readers.remarks-title')}</h2>
${some.map(
  (remark) => html`<div>${remarkView(tag, remark, visit)}
${maySettle ? settleForm(remark.number, null, visit) : ''}</div>`,
)}
</section>`,
  );
