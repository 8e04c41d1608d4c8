import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { ifAny, type Status, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { languageLabel, type NamedLanguage } from '../../naming/language-label.ts';
import type { CallPart } from '../../office/drafts/text-groups.ts';
import { type LedgerFilter, type LedgerState, longestQuery } from './filter.ts';

/** A text in one language. */
interface LedgerCell {
  readonly href: string;
  readonly status: Status;
  /** Why the text was sent back; null for a text in any other state. */
  readonly comment: string | null;
  /** Whether the text has an open remark of a native reader. */
  readonly hasRemark: boolean;
}

/**
 * A column: a language, how many texts it needs or has (`all`), and how many of these need no more writing (`done`).
 */
interface LanguageColumn extends NamedLanguage {
  readonly progress: { readonly done: number; readonly all: number };
}

/** A row of the ledger: a prompt in all languages. */
export interface LedgerPrompt {
  readonly prompt: string;
  readonly name: string;
  /** The address of the page with all languages of the prompt. */
  readonly href: string;
  /** The first sentence in the language of the previews; empty if there is none. */
  readonly preview: string;
  /** The cells in the order of `languages`. A cell is null if its language neither has nor needs the text. */
  readonly cells: readonly (LedgerCell | null)[];
}

interface LedgerData {
  readonly filter: LedgerFilter;
  /** Every state that a text can have, and how many texts in the shown languages have this state. */
  readonly states: readonly { readonly state: LedgerState; readonly status: Status; readonly count: number }[];
  /** The languages that the filter offers. */
  readonly everyLanguage: readonly NamedLanguage[];
  /** The languages that have a column, the source language first. */
  readonly languages: readonly LanguageColumn[];
  /** The language of the previews. */
  readonly previewLanguage: LanguageTag;
  readonly groups: readonly { readonly part: CallPart; readonly rows: readonly LedgerPrompt[] }[];
  /** How many rows there are in all groups. */
  readonly count: number;
  /** Whether the source language has a glossary. */
  readonly hasGlossary: boolean;
  /** How many rows there are without the filter. */
  readonly total: number;
  /** Number of prompts that no part of the line uses. */
  readonly unused: number;
}

export const ledgerView: View<LedgerData> = (data, visit) => {
  const { t } = visit;
  const { states, groups, count, total, hasGlossary, unused } = data;
  return html`${filterForm(data, visit)}
<ul class="ledger-counts" aria-label="${t('ledger.counts')}">
${states.map((each) => html`<li>${countView(data.filter, each, visit)}</li>`)}
</ul>
<p role="status">${count === 0 ? t('ledger.nothing') : t('ledger.found', { count, total })}</p>
${ifAny(groups, () => table(data, visit))}
${hasGlossary ? html`<p><a class="link-target" href="/console/texts/glossary">${t('glossary.link')}</a></p>` : ''}
${unused > 0 ? html`<p><a class="link-target" href="/console/texts/unused">${t('unused.link', { count: unused })}</a></p>` : ''}`;
};

/** How many texts are in a state, as a link that shows only these texts. */
function countView(
  { state: chosen, language, query }: LedgerFilter,
  { state, status: shown, count }: LedgerData['states'][number],
  { t }: Visit,
): Html {
  const words = html`${status(shown)} ${t('ledger.count', { count })}`;
  if (count === 0) return words;
  const address = `/console/texts?${new URLSearchParams({ q: query, state, language })}`;
  return html`<a class="link-target" href="${address}"${state === chosen ? html` aria-current="true"` : ''}>${words}</a>`;
}

function filterForm({ filter, states, everyLanguage }: LedgerData, { t }: Visit): Html {
  const isFiltered = filter.query !== '' || filter.state !== '' || filter.language !== '';
  return html`<form class="ledger-filter" method="get" action="/console/texts" role="search" aria-label="${t('ledger.filter')}">
<div class="field"><label for="q">${t('ledger.search')}</label><input id="q" name="q" type="search" maxlength="${longestQuery}" value="${filter.query}"></div>
<div class="field"><label for="state">${t('ledger.state')}</label><select id="state" name="state"><option value="">${t('ledger.any')}</option>
${states.map(({ state, status: { text } }) => html`<option value="${state}"${state === filter.state ? ' selected' : ''}>${text}</option>`)}
</select></div>
<div class="field"><label for="language">${t('ledger.language')}</label><select id="language" name="language"><option value="">${t('ledger.any')}</option>
${everyLanguage.map(({ tag, called }) => html`<option value="${tag}"${tag === filter.language ? ' selected' : ''}>${called}</option>`)}
</select></div>
<div class="ledger-buttons"><button class="button" type="submit">${t('ledger.apply')}</button>
${isFiltered ? html`<a class="link-target" href="/console/texts">${t('ledger.clear')}</a>` : ''}
</div>
</form>`;
}

function table({ languages, previewLanguage, groups }: LedgerData, { t }: Visit): Html {
  const cell = (each: LedgerCell | null): Html =>
    each
      ? html`<td><a class="status status-${each.status.kind}" href="${each.href}">${each.status.text}</a>${each.comment ? html`<span class="ledger-comment">${each.comment}</span>` : ''}${each.hasRemark ? html`<span class="ledger-comment">${t('ledger.remark')}</span>` : ''}</td>`
      : html`<td><span class="ledger-quiet">${t('ledger.not-needed')}</span></td>`;
  return html`<div class="ledger-region" role="region" aria-labelledby="ledger-caption" tabindex="0">
<table class="ledger">
<caption id="ledger-caption">${t('ledger.caption')}</caption>
<thead><tr><th scope="col" class="ledger-prompt">${t('ledger.prompt')}</th>
${languages.map((each) => html`<th scope="col">${languageLabel(each)}${progressView(each.tag, each.progress, t)}</th>`)}
</tr></thead>
${groups.map(
  ({ part, rows }) => html`<tbody>
<tr class="ledger-group"><th scope="rowgroup" colspan="${languages.length + 1}"><span>${t(`ledger.parts.${part}`)}</span></th></tr>
${rows.map(
  ({ prompt, name, href, preview, cells }) =>
    html`<tr><th scope="row" class="ledger-prompt"><a class="ledger-open" href="${href}">${name}${preview ? html`<span class="ledger-preview" lang="${previewLanguage}">${preview}</span>` : ''}<span class="ledger-quiet id">${prompt}</span></a></th>
${cells.map(cell)}
</tr>`,
)}
</tbody>`,
)}
</table>
</div>`;
}

/** The progress of a language, as a bar and in numbers. */
const progressView = (tag: LanguageTag, { done, all }: LanguageColumn['progress'], t: Visit['t']): Html =>
  html`<span class="ledger-progress"><progress id="progress-${tag}" max="${Math.max(1, all)}" value="${done}" aria-label="${t('ledger.progress')}">${done}</progress> <span>${t('ledger.progress-count', { done, all })}</span></span>`;
