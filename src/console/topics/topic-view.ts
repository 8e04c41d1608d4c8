import { mostCharacters } from '../../office/drafts/tidy-sentences.ts';
import { field, words } from '../frame/fields.ts';
import { type Html, html, type View } from '../frame/html.ts';
import { csrfField } from '../frame/parts.ts';
import type { Translate } from '../frame/translate.ts';
import type { LineFormState } from '../line/line-form.ts';
import { lineHead } from '../line/line-views.ts';
import { longestPartName, type TypedPart } from './topic-texts.ts';

interface Topic {
  readonly id: string;
  readonly form: LineFormState;
  /** The typed text in the form that adds a text. */
  readonly typed: TypedPart;
  readonly sourceLanguage: string;
  /** The texts of the topic in the order in which callers hear them. */
  readonly parts: readonly { readonly name: string; readonly href: string }[];
}

export const topicView: View<Topic> = ({ id, form, typed, sourceLanguage, parts }, visit) => {
  const { t } = visit;
  return html`<section aria-labelledby="parts">
<h2 id="parts">${t('topics.parts-title')}</h2>
<form method="post" action="/console/topics/${id}/parts">
${csrfField(visit)}
${lineHead(visit, form)}
<ol class="line-list">
${parts.map(
  ({ name, href }, index) => html`<li>
<a class="link-target" href="${href}">${name}</a>
<span class="line-buttons">
${index > 0 ? html`<button class="button button-quiet" type="submit" name="step" value="up-${index}" aria-label="${t('topics.up-label', { name })}">${t('line.up')}</button>` : ''}
${index < parts.length - 1 ? html`<button class="button button-quiet" type="submit" name="step" value="down-${index}" aria-label="${t('topics.down-label', { name })}">${t('line.down')}</button>` : ''}
${parts.length > 1 ? html`<button class="button button-quiet" type="submit" name="step" value="remove-${index}" aria-label="${t('topics.remove-label', { name })}">${t('line.remove')}</button>` : ''}
</span>
</li>`,
)}
</ol>
</form>
</section>
<section aria-labelledby="add">
<h2 id="add">${t('topics.part-add-title')}</h2>
<form class="form" method="post" action="/console/topics/${id}">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${form.basedOn}">
${partInputs(t, typed, sourceLanguage, form)}
<button class="button" type="submit">${t('topics.part-add')}</button>
</form>
</section>
<p class="note">${t('line.until-published')}</p>`;
};

/** The name and the sentences of a text that is added to a topic. */
export const partInputs = (
  t: Translate,
  { part, text }: TypedPart,
  sourceLanguage: string,
  { errors }: LineFormState,
): Html => html`${field(t, {
  ...{ name: 'part', label: t('topics.part'), value: part, help: t('topics.part-help', { example: 'card.use' }) },
  ...{ error: errors.part, autocomplete: 'off', maxlength: longestPartName },
})}
${words(t, {
  ...{ name: 'text', lang: sourceLanguage, label: t('topics.part-text'), value: text },
  ...{ help: t('topics.part-text-help'), error: errors.text, maxlength: mostCharacters },
})}`;
