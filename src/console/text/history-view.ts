import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { csrfField, status } from '../../frame/parts.ts';
import type { Visit } from '../../frame/visit.ts';
import { type ChangedStretch, changeView } from './change.ts';
import { previewView, type SentencePart } from './sentence.ts';

/** One revision of a text. */
interface HistoryEntry {
  readonly revision: number;
  readonly who: string;
  readonly when: string;
  /** What was done, in words. */
  readonly what: string;
  readonly isReady: boolean;
  readonly isNewest: boolean;
  /** The reason that was given; null if there is none. */
  readonly reason: string | null;
  readonly sentences: readonly (readonly SentencePart[])[];
  /** The differences from the revision before it. */
  readonly change: readonly (readonly ChangedStretch[])[];
}

interface HistoryData {
  /** The address of the text, including `/console`. */
  readonly address: string;
  readonly tag: LanguageTag;
  /** The newest revision first. */
  readonly entries: readonly HistoryEntry[];
  /** Whether the page begins with the newest revision. */
  readonly isFirst: boolean;
  /** The oldest revision on this page if there is another page with older ones; otherwise null. */
  readonly older: number | null;
  /** The newest revision. The form for restoring sends it. */
  readonly basedOn: number;
  /** The fingerprint of the current source text. The form for restoring sends it. */
  readonly sourceNow: string;
  readonly mayEdit: boolean;
}

export const historyView: View<HistoryData> = (data, visit) => {
  const { t } = visit;
  const { address, entries } = data;
  return html`<p><a href="${address}">${t('text.history.back')}</a></p>
${entries.length === 0 ? html`<p>${t('text.history.nothing')}</p>` : ''}
<ol class="revisions">
${entries.map((entry) => entryView(entry, data, visit))}
</ol>
${pager(data, visit)}`;
};

function entryView(entry: HistoryEntry, data: HistoryData, visit: Visit): Html {
  const { t } = visit;
  const { revision, who, when, what, isReady, isNewest, reason, change } = entry;
  const isChanged = change.flat().some(({ kind }) => kind !== 'same');
  return html`<li class="revision">
<h2>${t('text.history.revision', { revision })}${isNewest ? html` ${status({ kind: 'plain', text: t('text.history.newest') })}` : ''}</h2>
<p>${what} — ${t('text.saved', { who, when })} ${status({ kind: 'plain', text: t(isReady ? 'text.history.ready' : 'text.history.not-ready') })}</p>
${reason ? html`<p>${t('text.history.reason', { reason })}</p>` : ''}
<h3>${t('text.history.changes')}</h3>
${isChanged ? changeView(data.tag, change, visit) : html`<p>${t('text.history.unchanged')}</p>`}
${isNewest ? '' : earlierRevision(entry, data, visit)}
</li>`;
}

/** All words of an earlier revision, and the form that restores it. */
function earlierRevision({ revision, sentences }: HistoryEntry, data: HistoryData, visit: Visit): Html {
  const { t } = visit;
  const { address, tag, basedOn, sourceNow, mayEdit } = data;
  return html`<details class="more">
<summary>${t('text.history.whole')}</summary>
${sentences.length === 0 ? html`<p>${t('text.history.empty')}</p>` : ''}
${previewView(tag, sentences)}
</details>
${
  mayEdit
    ? html`<form method="post" action="${address}/restore">
${csrfField(visit)}
<input type="hidden" name="basedOn" value="${basedOn}">
<input type="hidden" name="sourceSeen" value="${sourceNow}">
<button class="button button-quiet" type="submit" name="revision" value="${revision}">${t('text.history.restore', { revision })}</button>
</form>`
    : ''
}`;
}

function pager({ address, isFirst, older }: HistoryData, { t }: Visit): Html {
  if (isFirst && older === null) return html``;
  return html`<nav class="pager" aria-label="${t('text.history.pages')}">
${isFirst ? '' : html`<a href="${address}/history">${t('text.history.to-newest')}</a>`}
${older === null ? '' : html`<a href="${address}/history?before=${older}">${t('text.history.older')}</a>`}
</nav>`;
}
