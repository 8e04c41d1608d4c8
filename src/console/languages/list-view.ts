import { type Html, html, type View } from '../../frame/html.ts';
import { folded, ifAny, status } from '../../frame/parts.ts';
import type { Translate } from '../../frame/translate.ts';
import { languageLabel, type NamedLanguage } from '../../naming/language-label.ts';
import { isUndecided } from './known-languages.ts';
import type { LanguageEntry } from './menu.ts';

/**
 * The progress of a language: how many texts it needs, how many of these are written, and how many of the written texts
 * a native reader has checked.
 */
export interface LanguageProgress {
  readonly needed: number;
  readonly written: number;
  readonly reviewed: number;
}

interface LanguageRow extends NamedLanguage, Pick<LanguageEntry, 'key' | 'voices'> {
  /** The name of the destination to which key 0 puts callers through. */
  readonly destination: string;
  /**
   * Whether people at the destination speak the language. If not, callers who chose this language are not put through.
   */
  readonly isSpoken: boolean;
  readonly destinationId: string;
  readonly mayBeOff: boolean;
  readonly progress: LanguageProgress;
}

/** The page with the languages. */
interface LanguageList {
  readonly mayEdit: boolean;
  /** Whether every key of the menu is taken. */
  readonly isFull: boolean;
  /** The languages on the line, in the order of the menu. */
  readonly languages: readonly LanguageRow[];
  /** Languages that are switched off, with the number of their texts. */
  readonly off: readonly (NamedLanguage & { readonly written: number })[];
}

export const languagesView: View<LanguageList> = (
  { mayEdit, isFull, languages, off },
  { t },
) => html`<p>${t('languages.intro')}</p>
${mayEdit ? (isFull ? html`<p>${t('languages.full')}</p>` : html`<p><a class="button" href="/console/languages/another">${t('languages.add')}</a></p>`) : ''}
<table class="table line-table">
<caption>${t('languages.caption')}</caption>
<thead><tr><th scope="col">${t('languages.key')}</th><th scope="col">${t('languages.language')}</th><th scope="col">${t('languages.texts')}</th><th scope="col">${t('languages.voices')}</th><th scope="col">${t('languages.destination')}</th>${mayEdit ? html`<th scope="col">${t('languages.action')}</th>` : ''}</tr></thead>
<tbody>
${languages.map((language) => row(t, language, mayEdit))}
</tbody>
</table>
${mayEdit ? html`<p><a class="link-target" href="/console/languages/start">${t('languages.start.title')}</a></p>` : ''}
${ifAny(
  off,
  (some) => html`<section aria-labelledby="off">
<h2 id="off">${t('languages.off-list')}</h2>
<ul>
${some.map(({ tag, name, called, written }) => html`<li>${languageLabel({ tag, name, called })} ${t('languages.kept', { count: written })}${mayEdit && !isFull ? html` <a class="link-target" href="/console/languages/${tag}" aria-label="${t('languages.on-label', { name })}">${t('languages.on')}</a>` : ''}</li>`)}
</ul>
</section>`,
)}`;

/**
 * Says that nobody at the destination speaks the language. For staff who may edit, the sentence is a link to the page
 * of the destination, where they set the languages that are spoken there.
 */
function notSpoken(t: Translate, { destinationId }: LanguageRow, mayEdit: boolean): Html {
  const text = t('languages.not-spoken');
  if (!mayEdit) return status({ kind: 'information', text });
  return html`<a class="link-target" href="/console/destinations/${destinationId}">${status({ kind: 'information', text })}</a>`;
}

function row(t: Translate, language: LanguageRow, mayEdit: boolean): Html {
  const { tag, key, name, voices, destination, mayBeOff, progress } = language;
  const { needed, written, reviewed } = progress;
  const share = needed === 0 ? 0 : Math.floor((100 * reviewed) / needed);
  const kind = reviewed === needed ? 'good' : 'warning';
  return html`<tr>
<td data-label="${t('languages.key')}"><span>${key}</span></td>
<td data-label="${t('languages.language')}"><div>${languageLabel(language)}</div></td>
<td data-label="${t('languages.texts')}"><div><a class="link-target" href="/console/texts?language=${tag}" aria-label="${t('languages.texts-label', { name, written, needed })}">${t('languages.written', { written, needed })}</a><br>${written < needed ? html`<a class="link-target" href="/console/sheets/export?language=${tag}&amp;kind=xlsx" aria-label="${t('languages.sheet-label', { name })}">${t('languages.sheet')}</a><br>` : ''}${status({ kind, text: t('languages.reviewed', { share }) })}</div></td>
<td data-label="${t('languages.voices')}"><div>${isUndecided(voices.google) ? status({ kind: 'warning', text: t('languages.undecided') }) : ''}${folded(t, html`<ul class="plain"><li>Google: ${voices.google}</li><li>espeak: ${voices.espeak}</li><li>Twilio: ${voices.twilio.voice}</li></ul>`)}</div></td>
<td data-label="${t('languages.destination')}"><div>${destination}${language.isSpoken ? '' : html`<br>${notSpoken(t, language, mayEdit)}`}</div></td>
${
  mayEdit
    ? html`<td data-label="${t('languages.action')}"><ul class="plain line-links">
<li><a class="link-target" href="/console/languages/${tag}" aria-label="${t('languages.change-label', { name })}">${t('languages.change')}</a></li>
${mayBeOff ? html`<li><a class="link-target" href="/console/languages/${tag}/off" aria-label="${t('languages.off-label', { name })}">${t('languages.off')}</a></li>` : ''}
</ul></td>`
    : ''
}
</tr>`;
}
