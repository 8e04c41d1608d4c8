import { field, select } from '../../frame/fields.ts';
import { html, type View } from '../../frame/html.ts';
import { csrfField, ifAny, type Status, status } from '../../frame/parts.ts';
import { languageLabel, type NamedLanguage } from '../../naming/language-label.ts';
import { nativeReviewLimits } from '../../office/editions/native-review/native-review-state.ts';
import type { ReviewProgress } from '../../office/editions/native-review/reviewed-texts.ts';

/**
 * A language with three counts of texts. `unread` counts the written texts that no native reader has reviewed.
 * `objected` counts the texts with an open remark, which are not counted as unread. `all` counts all texts that the
 * language needs.
 */
interface UnreadLanguage extends NamedLanguage {
  readonly unread: number;
  readonly objected: number;
  readonly all: number;
}

/** A review in the list. */
export interface DescribedReview {
  readonly number: number;
  readonly reader: string;
  /** The name of the language that is reviewed. */
  readonly language: string;
  readonly tag: string;
  readonly who: string;
  readonly when: string;
  readonly until: string;
  readonly status: Status;
  readonly progress: ReviewProgress;
}

export interface ReadersData {
  readonly languages: readonly UnreadLanguage[];
  readonly reviews: readonly DescribedReview[];
  readonly mayMake: boolean;
  readonly typed: { readonly language: string; readonly reader: string };
  readonly errors: { readonly language?: string; readonly reader?: string };
}

export const readersView: View<ReadersData> = (data, visit) => {
  const { languages, reviews, mayMake } = data;
  const { t } = visit;
  return html`<p>${t('readers.intro')}</p>
<table class="table">
<caption>${t('readers.caption')}</caption>
<thead><tr><th scope="col">${t('readers.language')}</th><th scope="col">${t('readers.unread')}</th><th scope="col">${t('readers.objected')}</th><th scope="col">${t('readers.sounds')}</th></tr></thead>
<tbody>
${languages.map(
  ({ tag, name, called, unread, objected, all }) => html`<tr>
<td data-label="${t('readers.language')}"><div>${languageLabel({ tag, name, called })}</div></td>
<td data-label="${t('readers.unread')}">${t('readers.unread-of', { count: unread, all })}</td>
<td data-label="${t('readers.objected')}">${objected > 0 ? status({ kind: 'warning', text: t('readers.objected-count', { count: objected }) }) : t('readers.objected-none')}</td>
<td data-label="${t('readers.sounds')}"><a class="link-target" href="/console/sounds/${tag}.zip" aria-label="${t('sounds.zip-of', { language: called })}">${t('sounds.zip')}</a></td>
</tr>`,
)}
</tbody>
</table>
${mayMake ? askForm(data, visit) : html`<p>${t('readers.read-only')}</p>`}
${ifAny(reviews, (some) => reviewsTable(some, visit))}`;
};

const askForm: View<ReadersData> = ({ languages, typed, errors }, visit) => {
  const { t } = visit;
  return html`<section aria-labelledby="ask-title">
<h2 id="ask-title">${t('readers.ask-title')}</h2>
<form class="form" method="post" action="/console/readers">
${csrfField(visit)}
${select(t, { name: 'language', label: t('readers.language'), value: typed.language, error: errors.language, required: true, options: languages.map(({ tag, called }) => ({ value: tag, text: called })) })}
${field(t, { name: 'reader', label: t('readers.reader'), help: t('readers.reader-help'), value: typed.reader, error: errors.reader, maxlength: nativeReviewLimits.reader, autocomplete: 'off' })}
<button class="button" type="submit">${t('readers.make')}</button>
</form>
</section>`;
};

const reviewsTable: View<readonly DescribedReview[]> = (reviews, { t }) => html`<table class="table">
<caption>${t('readers.list-caption')}</caption>
<thead><tr><th scope="col">${t('readers.reader')}</th><th scope="col">${t('readers.language')}</th><th scope="col">${t('readers.made')}</th><th scope="col">${t('readers.until')}</th><th scope="col">${t('readers.status')}</th><th scope="col">${t('readers.answers')}</th></tr></thead>
<tbody>
${reviews.map(
  ({ number, reader, language, who, when, until, status: mark, progress }) => html`<tr>
<td data-label="${t('readers.reader')}"><a class="link-target" href="/console/readers/${number}">${reader}</a></td>
<td data-label="${t('readers.language')}">${language}</td>
<td data-label="${t('readers.made')}">${t('readers.made-by', { who, when })}</td>
<td data-label="${t('readers.until')}">${until}</td>
<td data-label="${t('readers.status')}">${status(mark)}</td>
<td data-label="${t('readers.answers')}"><div>${t('readers.answers-count', { ...progress })}${progress.before > 0 ? html` <span class="quiet">${t('readers.answers-before', { before: progress.before })}</span>` : ''}</div></td>
</tr>`,
)}
</tbody>
</table>`;
