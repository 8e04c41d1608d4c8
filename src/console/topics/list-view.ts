import { type Html, html, type View } from '../../frame/html.ts';
import { smallId } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';

/** A link to the page of a text. */
interface TextLink {
  readonly text: string;
  readonly href: string;
}

/** The topics in the order of the menu. */
interface TopicList {
  readonly mayEdit: boolean;
  /** Whether every key for topics is taken. */
  readonly isFull: boolean;
  readonly sourceLanguage: string;
  readonly topics: readonly {
    readonly id: string;
    readonly name: string;
    readonly key: string;
    /** What callers hear for this topic in the menu. */
    readonly menu: TextLink;
    readonly parts: readonly (TextLink & { readonly id: string })[];
  }[];
}

export const topicsView: View<TopicList> = (
  { mayEdit, isFull, sourceLanguage, topics },
  { t },
) => html`<p>${t('topics.intro')}</p>
${mayEdit ? (isFull ? html`<p>${t('topics.full')}</p>` : html`<p><a class="button" href="/console/topics/new">${t('topics.add')}</a></p>`) : ''}
<table class="table line-table">
<caption>${t('topics.caption')}</caption>
<thead><tr><th scope="col">${t('topics.key')}</th><th scope="col">${t('topics.topic')}</th><th scope="col">${t('topics.menu')}</th><th scope="col">${t('topics.parts')}</th>${mayEdit ? html`<th scope="col">${t('topics.action')}</th>` : ''}</tr></thead>
<tbody>
${topics.map(
  ({ id, name, key, menu, parts }, index) => html`<tr>
<td data-label="${t('topics.key')}"><span>${key}</span></td>
<td data-label="${t('topics.topic')}"><div>${name}<br>${smallId(id)}</div></td>
<td data-label="${t('topics.menu')}"><a class="link-target" href="${menu.href}" lang="${sourceLanguage}">${menu.text}</a></td>
<td data-label="${t('topics.parts')}"><ul class="plain">${parts.map(({ id: part, text, href }) => html`<li><a class="link-target" href="${href}">${text}</a> ${smallId(part)}</li>`)}</ul></td>
${mayEdit ? actions(t, { id, name }, index > 0, index < topics.length - 1) : ''}
</tr>`,
)}
</tbody>
</table>`;

const actions = (
  t: Translate,
  { id, name }: { readonly id: string; readonly name: string },
  canGoUp: boolean,
  canGoDown: boolean,
): Html => html`<td data-label="${t('topics.action')}"><ul class="plain line-links">
${canGoUp ? html`<li><a class="link-target" href="/console/topics/${id}/up" aria-label="${t('topics.up-label', { name })}">${t('topics.up')}</a></li>` : ''}
${canGoDown ? html`<li><a class="link-target" href="/console/topics/${id}/down" aria-label="${t('topics.down-label', { name })}">${t('topics.down')}</a></li>` : ''}
<li><a class="link-target" href="/console/topics/${id}" aria-label="${t('topics.change-label', { name })}">${t('topics.change')}</a></li>
<li><a class="link-target" href="/console/topics/${id}/remove" aria-label="${t('topics.remove-label', { name })}">${t('topics.remove')}</a></li>
</ul></td>`;
