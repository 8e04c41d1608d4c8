import type { LanguageTag } from '../../call/line.ts';
import { html } from '../../common/html.ts';
import { directionAttribute } from '../../common/text-direction.ts';
import type { Edition } from '../../edition/edition.ts';
import { disasterTexts, numberIn, type PageConditions, titleIn } from './line-texts.ts';
import { disasterView, page, titledParts, titledText } from './page-frame.ts';
import { speaker } from './page-words.ts';
import { numberView } from './texts-page.ts';

/**
 * Writes the page at `/`, with the languages to choose from.
 * @param preferred the language that the browser prefers, which comes first; null if the browser prefers no
 * language of the edition
 */
export function startPage(
  edition: Edition,
  preferred: LanguageTag | null,
  conditions: PageConditions,
  hasPhonePage: boolean,
): string {
  const tag = preferred ?? edition.line.announcers[0] ?? 'ja';
  const words = speaker(tag);
  const { languages } = edition.file;
  const ordered = [
    ...languages.filter((each) => each.tag === preferred),
    ...languages.filter((each) => each.tag !== preferred),
  ];
  const title = titleIn(edition, tag);
  const { number } = numberIn(edition, null);
  const others = edition.line.announcers.filter((each) => each !== tag);
  const disaster = disasterTexts(edition, conditions, preferred);
  const main = html`${disasterView(disaster, words)}
<h1>${titledParts(title, tag)}</h1>
${others.map((each) => html`<p class="also" lang="${each}"${directionAttribute(each, tag)}>${titledParts(titleIn(edition, each), each)}</p>\n`)}
${numberView({ number, languageKey: [] }, words, hasPhonePage)}
<h2 id="choose">${words.say('choose')}${others.map((each) => html` <span class="also" lang="${each}"${directionAttribute(each, tag)}>${speaker(each).say('choose')}</span>`)}</h2>
<ul class="choices" aria-labelledby="choose">
${ordered.map(
  (each) =>
    html`<li><a href="/${each.tag}" lang="${each.tag}"${directionAttribute(each.tag, tag)} hreflang="${each.tag}" class="choice${each.tag === preferred ? ' preferred' : ''}"><strong>${each.name}</strong> <span>${speaker(each.tag).say('read')}</span></a></li>\n`,
)}</ul>`;
  const name = disaster.length > 0 ? title : null;
  return page({ edition, tag, title: titledText(title), name, main, hasPhonePage });
}

/**
 * Writes the page for an unknown language, which is sent with status 404. It links to the start page, where a language
 * can be chosen.
 */
export function unknownPage(edition: Edition, preferred: LanguageTag | null, hasPhonePage: boolean): string {
  const tag = preferred ?? 'ja';
  // If the reader's language is unknown, the title and the heading are in Japanese and English.
  const tags = preferred === null ? ['ja', 'en'] : [tag];
  const title = tags.map((each) => speaker(each).plain('missing')).join(' / ');
  const main = html`<h1>${tags.map((each, index) => html`${index > 0 ? ' / ' : ''}<span lang="${each}"${directionAttribute(each, tag)}>${speaker(each).say('missing')}</span>`)}</h1>
<p><a href="/">${speaker(tag).say('choose')}</a></p>`;
  return page({ edition, tag, title, name: titleIn(edition, tag), main, hasPhonePage });
}
