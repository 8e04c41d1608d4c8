import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, nothing } from '../../common/html.ts';
import type { Edition } from '../../edition/edition.ts';
import { faxWord } from '../../edition/fax-word.ts';
import {
  type ContactText,
  disasterTexts,
  type LineTexts,
  lineTexts,
  nameIn,
  type PageConditions,
} from './line-texts.ts';
import { disasterView, lines, page, titledParts, titledText } from './page-frame.ts';
import { type Speaker, speaker } from './page-words.ts';
import { callLink, shownParts } from './shown-words.ts';

/**
 * Writes the page at `/<language>`: all texts of the line for reading, in one of the edition's languages.
 * @param publicUrl the address of the line, which only printed pages show; null if it is not known
 */
export function textsPage(
  edition: Edition,
  tag: LanguageTag,
  conditions: PageConditions,
  { hasPhonePage, publicUrl }: { readonly hasPhonePage: boolean; readonly publicUrl: string | null },
): string {
  const words = speaker(tag);
  const texts = lineTexts(edition, tag, conditions);
  const { title, about, topics, emergency } = texts;
  const own = edition.language(tag)?.name ?? tag;
  const disaster = disasterTexts(edition, conditions, tag);
  const main = html`${disasterView(disaster, words)}
<h1>${titledParts(title, tag)}</h1>
${numberView(texts, words, hasPhonePage)}
${ownerView(texts, words)}
${lines(about)}
<nav class="contents" aria-labelledby="topics">
<h2 id="topics">${words.say('topics')}</h2>
<ol>
${topics.map(({ id, name }) => html`<li><a href="#topic-${id}">${shownParts(name)}</a></li>\n`)}</ol>
</nav>
${topics.map(
  ({ id, name, texts: parts }) => html`<section class="topic" aria-labelledby="topic-${id}">
<h2 id="topic-${id}">${shownParts(name)}</h2>
${parts.map(lines)}</section>
`,
)}
${contactsView(edition, texts, words)}
${
  emergency.length === 0
    ? nothing
    : html`<section class="emergency" aria-labelledby="emergency">
<h2 id="emergency">${words.say('emergency')}</h2>
${lines(emergency)}</section>`
}
<p class="print-hint">${words.say('print')}</p>
${publicUrl === null ? nothing : html`<p class="on-paper">${publicUrl}/${tag}</p>`}`;
  const heading = `${titledText(title)} (${own})`;
  const name = disaster.length > 0 ? title : null;
  return page({ edition, tag, title: heading, name, main, hasPhonePage, isTranslated: true });
}

/** The telephone number, how to choose the language after calling, and a link to the browser phone if there is one. */
export function numberView(
  { number, languageKey }: Pick<LineTexts, 'number' | 'languageKey'>,
  { tag, say }: Speaker,
  hasPhonePage: boolean,
): Html {
  const hear = hasPhonePage ? html`<p class="hear"><a href="/phone?language=${tag}">${say('hear')}</a></p>` : nothing;
  if (number === null) return hear;
  return html`<div class="call">
<p>${say('call')}</p>
<p class="number">${callLink(number)}</p>
${lines(languageKey)}${hear}
</div>`;
}

const ownerView = ({ owner }: LineTexts, { say }: Speaker): Html =>
  owner.length === 0
    ? nothing
    : html`<dl class="owner"><dt>${say('owner')}</dt><dd>${owner.map(({ shown }) => shownParts(shown))}</dd></dl>`;

/** Days with other hours, such as "Closed: 29 December 2026 – 3 January 2027". */
const datesView = (dates: ContactText['dates']): Html =>
  dates.length === 0
    ? nothing
    : html`<ul class="dates">
${dates.map(({ days, reason }) => html`<li>${shownParts(days)}${reason.map(({ shown }) => html`<br>${shownParts(shown)}`)}</li>\n`)}</ul>`;

function contactsView(edition: Edition, { contacts }: LineTexts, { tag, say }: Speaker): Html {
  const addresses = (edition.file.leaflet?.addresses ?? []).filter(({ url }) => /^https?:\/\//.test(url));
  return html`<section class="contacts" id="contact" aria-labelledby="contacts">
<h2 id="contacts">${say('contacts')}</h2>
${contacts.map(
  ({ name, phone, fax, address, hours, dates }) => html`<div class="contact"><h3>${titledParts(name, tag)}</h3>
${phone === null ? nothing : html`<p class="number">${callLink(phone)}</p>`}
${phone?.startsWith('0570') ? html`<p class="charged">${say('charged')}</p>` : nothing}${lines(hours)}${datesView(dates)}${fax === null ? nothing : html`<p>${faxWord(tag)} ${fax}</p>`}
${address === null ? nothing : html`<p>${titledParts(address, tag)}</p>`}</div>
`,
)}</section>
${
  addresses.length === 0
    ? nothing
    : html`<section class="web" aria-labelledby="web">
<h2 id="web">${say('web')}</h2>
<ul>
${addresses.map((each) => html`<li><a href="${each.url}">${titledParts(nameIn(each, tag), tag)}</a> <span class="address">${each.url}</span></li>\n`)}</ul>
</section>`
}`;
}
