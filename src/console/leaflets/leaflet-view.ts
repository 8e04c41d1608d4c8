import type { LanguageTag } from '../../call/line.ts';
import { directionAttribute } from '../../common/text-direction.ts';
import { faxWord } from '../../edition/fax-word.ts';
import { type Html, html, type View } from '../../frame/html.ts';
import { banner, csrfField, ifAny, type Status } from '../../frame/parts.ts';
import type { Leaflet, LeafletContact, OfferedKey } from '../../office/leaflet/leaflet.ts';
import type { Sentence } from '../../words/words.ts';
import { noValues, partsWith, sentenceView, spokenParts } from '../text/sentence.ts';
import { qrCode } from './qr-code.ts';

interface PrintedLeaflet {
  readonly leaflet: Leaflet;
  /** Whether a key or a telephone number on the leaflet has changed since the leaflet was printed last. */
  readonly isOutdated: boolean;
  /** Shows whether all texts in this language are approved; null if the edition is not stored in the database. */
  readonly approval: Status | null;
  /** The address of the public page in this language; null if the address of the service is not set. */
  readonly page: string | null;
  /** The number of the edition if it is stored in the database, and the time at which the page was opened. */
  readonly footer: string;
}

export const leafletView: View<PrintedLeaflet> = ({ leaflet, isOutdated, approval, page, footer }, visit) => {
  const { t, language } = visit;
  return html`<div class="sheet-screen">
${isOutdated ? banner({ kind: 'warning', text: t('leaflets.outdated-help') }) : ''}
${page === null ? banner({ kind: 'warning', text: t('leaflets.no-address') }) : ''}
${leaflet.number === null ? banner({ kind: 'warning', text: t('leaflets.blank-number') }) : ''}
<p>${t('leaflets.how')}</p>
<form method="post" action="/console/leaflets/${leaflet.language}/printed">
${csrfField(visit)}
<button class="button" type="submit">${t('leaflets.record')}</button>
</form>
</div>
<article class="leaflet${isDense(leaflet) ? ' leaflet-dense' : ''}" lang="${leaflet.language}"${directionAttribute(leaflet.language)}>
<header class="leaflet-head">
<div>
<h2>${nameView(leaflet.title)}</h2>
<p class="leaflet-language">${leaflet.name}</p>
${paragraphs(leaflet.about)}
${ifAny(leaflet.outdated, (some) => html`<div class="leaflet-outdated">${paragraphs(some)}</div>`)}
</div>
${page === null ? '' : html`<p class="leaflet-page">${qrCode(page, page)}<br><span class="leaflet-address">${page}</span></p>`}
</header>
${howToCall(leaflet)}
${[leaflet.topics, leaflet.commands].map(offeredKeys)}
${addressesAndContacts(leaflet)}
<div class="leaflet-emergency">
${paragraphs(leaflet.emergency)}
</div>
<footer class="leaflet-foot" lang="${language}"${directionAttribute(language, leaflet.language)}>${footer}${approval ? html` · ${approval.text}` : ''}</footer>
</article>`;
};

/**
 * Whether the contacts have more than one day with other hours. The page then needs smaller type to fit on one sheet.
 */
const isDense = ({ contacts }: Leaflet): boolean => contacts.reduce((sum, { dates }) => sum + dates.length, 0) > 1;

const said = (sentence: Sentence): Html => sentenceView(spokenParts(sentence));

const paragraphs = (sentences: readonly Sentence[]): Html =>
  html`${sentences.map((sentence) => html`<p>${said(sentence)}</p>`)}`;

/**
 * The telephone numbers to dial, and the key that chooses the language. If the line's telephone number is not known, a
 * blank is printed in its place, to be filled in by hand.
 */
function howToCall({ name, number, ownNumbers, languageKey }: Leaflet): Html {
  const phone = html`<span aria-hidden="true">☎</span>`;
  return html`<div class="leaflet-call">
<p class="leaflet-number">${phone} ${number ? html`<strong>${number}</strong>` : html`<span class="leaflet-blank"></span>`}</p>
<p class="leaflet-key"><kbd>${languageKey.key}</kbd> ${languageKey.sentences.map(said)}</p>
${ownNumbers.map((own) => html`<p class="leaflet-number">${phone} <strong>${own}</strong> (${name})</p>`)}
</div>`;
}

const offeredKeys = (offered: readonly OfferedKey[]): Html => html`<ul class="leaflet-keys">
${offered.map(({ key, sentences }) => html`<li><kbd>${key}</kbd> <span>${sentences.map((sentence) => html`${said(sentence)} `)}</span></li>`)}
</ul>`;

/** Shows a text that can have readings, but no facts. */
const nameView = (name: string): Html => sentenceView(partsWith(noValues, () => null)(name));

function addressesAndContacts({ language, addresses, contacts }: Leaflet): Html {
  if (addresses.length + contacts.length === 0) return html``;
  return html`<ul class="leaflet-contacts">
${addresses.map(({ name, url }) => html`<li>${nameView(name)}<br><span class="leaflet-address">${url}</span></li>`)}
${contacts.map((contact) => contactView(contact, language))}
</ul>`;
}

function contactView({ name, phone, fax, address, hours, dates }: LeafletContact, language: LanguageTag): Html {
  const written = language === 'ja' ? 'ja' : 'en';
  return html`<li>${nameView(name)}${phone ? html`<br>TEL ${phone}` : ''}${hours.map((sentence) => html`<br>${said(sentence)}`)}${dates.map(({ days, reason }) => html`<br>${nameView(days)}${reason.map((sentence) => html` ${said(sentence)}`)}`)}${fax ? html`<br>${faxWord(language)} ${fax}` : ''}${address ? html`<br><span lang="${written}">${address[written]}</span>` : ''}</li>`;
}
