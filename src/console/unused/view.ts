import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny, smallId } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import type { LineFormState } from '../line/line-form.ts';

/** A prompt that no part of the line uses. */
interface UnusedPrompt {
  readonly prompt: string;
  readonly name: string;
  /** The first sentence of the prompt; null if no language has words for it. */
  readonly beginning: { readonly language: LanguageTag; readonly text: string } | null;
  readonly languages: readonly { readonly tag: LanguageTag; readonly language: string; readonly href: string }[];
  /** Whether the prompt can become a text of a topic. */
  readonly mayBePart: boolean;
}

interface UnusedData {
  readonly form: Pick<LineFormState, 'basedOn' | 'problems' | 'conflict'>;
  readonly mayEdit: boolean;
  /** Whether the menu has no key left for another topic. */
  readonly isFull: boolean;
  /** The topics that were removed. */
  readonly topics: readonly { readonly id: string; readonly name: string; readonly prompts: readonly string[] }[];
  /** The destinations that were removed. */
  readonly destinations: readonly { readonly id: string; readonly name: string }[];
  /** The topics that a text can be added to. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly texts: readonly UnusedPrompt[];
}

export const unusedView: View<UnusedData> = (data, visit) => {
  const { t } = visit;
  const { conflict, problems } = data.form;
  return html`<p>${t('unused.intro')}</p>
${conflict ? banner({ kind: 'error', text: t('unused.conflict', conflict) }) : ''}
${problems.map((text) => banner({ kind: 'error', text }))}
${data.texts.length === 0 ? html`<p>${t('unused.nothing')}</p>` : ''}
${ifAny(data.topics, () => removedTopics(data, visit))}
${ifAny(data.destinations, () => removedDestinations(data, visit))}
${ifAny(data.texts, () => table(data, visit))}`;
};

function removedTopics({ form, mayEdit, isFull, topics }: UnusedData, visit: Visit): Html {
  const { t } = visit;
  const bringBack = (id: string, name: string) => html`<form method="post" action="/console/texts/unused/topics/${id}">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${form.basedOn}">
<button class="button" type="submit" aria-label="${t('unused.back-label', { name })}">${t('unused.back')}</button>
</form>`;
  return html`<section aria-labelledby="topics">
<h2 id="topics">${t('unused.topics')}</h2>
<ul class="plain line-list">
${topics.map(
  ({ id, name, prompts }) => html`<li>
<span><strong>${name}</strong> ${smallId(id)} <span class="line-quiet">${prompts.join(', ')}</span></span>
${mayEdit && !isFull ? bringBack(id, name) : ''}
</li>`,
)}
</ul>
${mayEdit && isFull ? html`<p class="note">${t('topics.full')}</p>` : ''}
</section>`;
}

function removedDestinations({ form, mayEdit, destinations }: UnusedData, visit: Visit): Html {
  const { t } = visit;
  const bringBack = (
    id: string,
    name: string,
  ) => html`<form method="post" action="/console/texts/unused/destinations/${id}">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${form.basedOn}">
<button class="button" type="submit" aria-label="${t('unused.destination-back-label', { name })}">${t('unused.back')}</button>
</form>`;
  return html`<section aria-labelledby="destinations">
<h2 id="destinations">${t('unused.destinations')}</h2>
<ul class="plain line-list">
${destinations.map(({ id, name }) => html`<li><strong>${name}</strong> ${mayEdit ? bringBack(id, name) : ''}</li>`)}
</ul>
</section>`;
}

function table(data: UnusedData, visit: Visit): Html {
  const { t } = visit;
  const { mayEdit, texts } = data;
  return html`<table class="table line-table">
<caption>${t('unused.caption')}</caption>
<thead><tr><th scope="col">${t('unused.text')}</th><th scope="col">${t('unused.languages')}</th>${mayEdit ? html`<th scope="col">${t('unused.action')}</th>` : ''}</tr></thead>
<tbody>
${texts.map(
  ({ prompt, name, beginning, languages, mayBePart }, index) => html`<tr>
<td data-label="${t('unused.text')}"><div>${name}<br>${beginning ? html`<span lang="${beginning.language}">${beginning.text}</span><br>` : ''}${smallId(prompt)}</div></td>
<td data-label="${t('unused.languages')}"><ul class="plain line-links">${languages.map(({ language, href }) => html`<li><a class="link-target" href="${href}" aria-label="${name} ${language}">${language}</a></li>`)}</ul></td>
${
  mayEdit
    ? html`<td data-label="${t('unused.action')}"><div>
${mayBePart ? useForm(data, { prompt, name }, index, visit) : ''}
<form method="post" action="/console/texts/unused/${encodeURIComponent(prompt)}/delete">
${csrfField(visit)}
<button class="button button-danger" type="submit" aria-label="${t('unused.delete-label', { name })}">${t('unused.delete')}</button>
</form>
</div></td>`
    : ''
}
</tr>`,
)}
</tbody>
</table>`;
}

function useForm(
  { form, choices }: UnusedData,
  { prompt, name }: Pick<UnusedPrompt, 'prompt' | 'name'>,
  index: number,
  visit: Visit,
): Html {
  const { t } = visit;
  return html`<form method="post" action="/console/texts/unused/${encodeURIComponent(prompt)}/use">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${form.basedOn}">
<div class="field"><label for="topic-${index}">${t('unused.topic')}</label>
<select id="topic-${index}" name="topic">
${choices.map(({ value, text }) => html`<option value="${value}">${text}</option>`)}
</select></div>
<button class="button button-quiet" type="submit" aria-label="${t('unused.use-label', { name })}">${t('unused.use')}</button>
</form>`;
}
