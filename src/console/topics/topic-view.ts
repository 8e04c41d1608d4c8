import { field, words } from '../../frame/fields.ts';
import { type Html, html, nothing, type View } from '../../frame/html.ts';
import { csrfField, smallId } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import type { Visit } from '../../frame/visit.ts';
import { mostCharacters } from '../../office/drafts/tidy-sentences.ts';
import type { LineFormState } from '../line/line-form.ts';
import { lineHead } from '../line/line-views.ts';
import { hasReadings } from '../text/readings.ts';
import { longestName, longestPartName, type TypedPart } from './topic-texts.ts';

interface Topic {
  readonly id: string;
  readonly form: LineFormState;
  /** The names in the form for names, as saved or as typed. First comes the name of the topic, then its texts. */
  readonly names: readonly TypedName[];
  /** What was typed into the form that adds a text. */
  readonly typed: TypedPart;
  /** The answer after somebody pressed the button for readings in the form that adds a text. */
  readonly answer: Html;
  readonly sourceLanguage: string;
  /** The texts of the topic in the order in which callers hear them. */
  readonly parts: readonly { readonly id: string; readonly name: string; readonly href: string }[];
}

export const topicView: View<Topic> = ({ id, form, names, typed, answer, sourceLanguage, parts }, visit) => {
  const { t } = visit;
  return html`<section aria-labelledby="parts">
<h2 id="parts">${t('topics.parts-title')}</h2>
<form method="post" action="/console/topics/${id}/parts">
${csrfField(visit)}
${lineHead(visit, form)}
<ol class="line-list">
${parts.map(
  ({ id: part, name, href }, index) => html`<li>
<span><a class="link-target" href="${href}">${name}</a> ${smallId(part)}</span>
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
${nameFields(t, { name: 'partName', value: typed.partName, nameEn: typed.partNameEn, error: form.errors.partName })}
${textInput(t, typed, sourceLanguage, form, answer)}
${foldedPart(t, typed, form)}
<button class="button" type="submit">${t('topics.part-add')}</button>
</form>
</section>
<p class="note">${t('line.until-published')}</p>
${renameForm({ id, form, names }, visit)}`;
};

/** A name in a form. */
export interface TypedName {
  /** The name of the field with the Japanese name. The name of the field with the English one has `En` appended. */
  readonly field: string;
  /** The prompt that has this name; null for the topic itself. */
  readonly prompt: string | null;
  /** The name under which the console shows the topic or text now. */
  readonly now: string;
  readonly ja: string;
  readonly en: string;
}

/** The form for the names of a topic and its texts. Names are not published, because callers do not hear them. */
function renameForm({ id, form, names }: Pick<Topic, 'id' | 'form' | 'names'>, visit: Visit): Html {
  const { t } = visit;
  return html`<section aria-labelledby="names">
<h2 id="names">${t('topics.names')}</h2>
<p>${t('topics.names-about')}</p>
<form class="form" method="post" action="/console/topics/${id}/names">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${form.basedOn}">
${names.map(
  ({ field: name, now, ja, en }) => html`<fieldset class="line-row">
<legend>${now}</legend>
<div class="line-fields">
${field(t, { name, label: t('topics.name'), value: ja, error: form.errors[name], optional: true, autocomplete: 'off', maxlength: longestName })}
${field(t, { name: `${name}En`, label: t('topics.name-en'), value: en, error: form.errors[`${name}En`], optional: true, autocomplete: 'off', maxlength: longestName })}
</div>
</fieldset>`,
)}
<button class="button button-quiet" type="submit">${t('topics.rename')}</button>
</form>
</section>`;
}

/** The fields for the name of a new topic or text, in Japanese and, optionally, in English. */
export const nameFields = (
  t: Translate,
  {
    name,
    value,
    nameEn,
    error,
  }: { readonly name: string; readonly value: string; readonly nameEn: string; readonly error: string | undefined },
): Html => html`${field(t, {
  name,
  label: t('topics.name'),
  value,
  help: t('topics.name-help'),
  error,
  autocomplete: 'off',
  maxlength: longestName,
})}
${field(t, {
  name: `${name}En`,
  label: t('topics.name-en'),
  value: nameEn,
  optional: true,
  autocomplete: 'off',
  maxlength: longestName,
})}`;

/** The step of a form that adds readings to the kanji of its texts. */
export const readingsStep = 'readings';

/**
 * The field for the sentences of a text that is added to a topic, with the button for readings.
 * @param answer what is shown after somebody pressed this button
 */
export const textInput = (
  t: Translate,
  { text }: Pick<TypedPart, 'text'>,
  sourceLanguage: string,
  { errors }: LineFormState,
  answer: Html = nothing,
): Html => html`${words(t, {
  name: 'text',
  lang: sourceLanguage,
  label: t('topics.part-text'),
  value: text,
  help: t('topics.part-text-help'),
  error: errors.text,
  maxlength: mostCharacters,
})}
${hasReadings(sourceLanguage) ? html`<p><button class="button button-quiet" type="submit" name="step" value="${readingsStep}" formnovalidate>${t('text.readings.ask')}</button></p>` : ''}
${answer}`;

/** The folded field for the id of a text that is added to a topic. If it is left empty, the console makes an id. */
export const foldedPart = (
  t: Translate,
  { part }: Pick<TypedPart, 'part'>,
  { errors }: LineFormState,
): Html => html`<details class="more"${errors.part || part ? ' open' : ''}>
<summary>${t('topics.part-more')}</summary>
${field(t, {
  name: 'part',
  label: t('topics.part'),
  value: part,
  help: t('topics.part-help', { example: 'card.use' }),
  error: errors.part,
  autocomplete: 'off',
  maxlength: longestPartName,
  optional: true,
})}
</details>`;
