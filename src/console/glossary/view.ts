import type { LanguageTag } from '../../call/line.ts';
import { html, type View } from '../../frame/html.ts';
import { glossaryLanguage } from '../../words/rules/glossary.ts';

interface GlossaryData {
  /** The languages that have a column. */
  readonly languages: readonly { readonly tag: LanguageTag; readonly name: string }[];
  readonly terms: readonly {
    readonly term: string;
    /** Whether a translation without the official words cannot be published. */
    readonly isRequired: boolean;
    /**
     * The official words in each language, in the order of `languages`. If a language has several, each of them may be
     * used. If a language has none, there is no rule for the term in this language.
     */
    readonly words: readonly (readonly string[])[];
  }[];
}

/** The table scrolls in its own region, like the ledger. */
export const glossaryView: View<GlossaryData> = ({ languages, terms }, { t }) => html`<p>${t('glossary.about')}</p>
<div class="ledger-region" role="region" aria-labelledby="glossary-caption" tabindex="0">
<table class="ledger">
<caption id="glossary-caption">${t('glossary.caption')}</caption>
<thead><tr><th scope="col" class="ledger-prompt">${t('glossary.term')}</th>
${languages.map(({ tag, name }) => html`<th scope="col"><span lang="${tag}">${name}</span></th>`)}
</tr></thead>
<tbody>
${terms.map(
  ({ term, isRequired, words }) =>
    html`<tr><th scope="row" class="ledger-prompt"><a class="link-target" href="/console/texts?q=${encodeURIComponent(term)}" lang="${glossaryLanguage}">${term}</a>${isRequired ? html`<span class="ledger-quiet">${t('glossary.needed')}</span>` : ''}</th>
${words.map((some, index) =>
  some.length === 0
    ? html`<td><span class="ledger-quiet">${t('glossary.none')}</span></td>`
    : html`<td lang="${languages[index]?.tag ?? ''}">${some.join(' / ')}</td>`,
)}
</tr>`,
)}
</tbody>
</table>
</div>`;
