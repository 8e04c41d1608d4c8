import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, nothing } from '../../common/html.ts';
import { directionAttribute } from '../../common/text-direction.ts';
import type { Edition } from '../../edition/edition.ts';
import type { EditionSentence } from '../../edition/edition-file.ts';
import { plainText } from '../../edition/shown-text.ts';
import type { disasterTexts, Titled } from './line-texts.ts';
import { type Speaker, speaker } from './page-words.ts';
import { inLanguage, shownParts } from './shown-words.ts';
import { styleAddress } from './style.ts';

/** What goes into the frame: the parts in which pages differ. */
interface Framed {
  readonly edition: Edition;
  /** The language of the page. */
  readonly tag: LanguageTag;
  readonly title: string;
  /** The title of the line, shown at the top; null if the first heading already contains it. */
  readonly name: Titled | null;
  readonly main: Html;
  readonly hasPhonePage: boolean;
  /** Whether the page exists in all languages, at `/<language>`. */
  readonly isTranslated?: boolean;
}

/** Writes a whole page. The page needs no script. */
export function page({ edition, tag, title, name, main, hasPhonePage, isTranslated = false }: Framed): string {
  const words = speaker(tag);
  const { languages } = edition.file;
  const alternates = isTranslated ? languages : [];
  return html`<!doctype html>
<html lang="${tag}"${directionAttribute(tag)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${styleAddress}">
${alternates.map((each) => html`<link rel="alternate" hreflang="${each.tag}" href="/${each.tag}">\n`)}</head>
<body>
<a class="skip" href="#main">${words.say('skip')}</a>
<header class="site">
${name === null ? nothing : html`<p class="site-name">${titledParts(name, tag)}</p>`}
<nav aria-label="${words.plain('languages')}">
<ul class="bar">
${languages.map(
  (each) =>
    html`<li><a href="/${each.tag}" lang="${each.tag}" hreflang="${each.tag}"${isTranslated && each.tag === tag ? html` aria-current="page"` : nothing}>${each.name}</a></li>\n`,
)}</ul>
</nav>
</header>
<main id="main">
${main}
</main>
${footer(words, edition, hasPhonePage)}
</body>
</html>
`.toString();
}

/**
 * The foot of a page: the name of the line, and links. If the edition lacks the reader's language, the links lead to
 * pages in the edition's first language.
 */
function footer(words: Speaker, { file }: Edition, hasPhonePage: boolean): Html {
  const { tag } = file.languages.find((each) => each.tag === words.tag) ?? file.languages[0] ?? words;
  return html`<footer class="foot">
<ul class="bar">
<li><a href="/${tag}#contact">${words.say('contact')}</a></li>
<li><a href="/privacy?language=${tag}">${words.say('privacy')}</a></li>
<li><a href="/accessibility?language=${tag}">${words.say('accessibility')}</a></li>
${hasPhonePage ? html`<li><a href="/phone?language=${tag}">${words.say('hear')}</a></li>` : nothing}
<li><a href="/">${words.say('allLanguages')}</a></li>
</ul>
<p>${titledParts({ language: 'ja', parts: [{ text: file.name.ja }] }, words.tag)} / ${titledParts({ language: 'en', parts: [{ text: file.name.en }] }, words.tag)}</p>
</footer>`;
}

export const titledParts = ({ language, parts }: Titled, around: LanguageTag): Html =>
  inLanguage(language, around, shownParts(parts));

export const titledText = ({ parts }: Titled): string => plainText(parts);

/** Sentences, each on a line of its own, because this is easiest to read. */
export const lines = (sentences: readonly EditionSentence[]): Html =>
  sentences.length === 0
    ? nothing
    : html`<p class="lines">${sentences.map(({ shown }) => html`<span>${shownParts(shown)}</span> `)}</p>\n`;

/** The disaster notice, in one block for each language. */
export const disasterView = (texts: ReturnType<typeof disasterTexts>, around: Speaker): Html =>
  texts.length === 0
    ? nothing
    : html`<section class="disaster" aria-label="${around.plain('disaster')}">
${texts.map(
  ({ language, sentences }) => html`<div lang="${language}"${directionAttribute(language, around.tag)}>
<h2>${speaker(language).say('disaster')}</h2>
${lines(sentences)}</div>
`,
)}</section>`;
