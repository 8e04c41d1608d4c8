import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, nothing } from '../../common/html.ts';
import type { Edition } from '../../edition/edition.ts';
import { disasterTexts, numberIn, type PageConditions, titleIn } from '../pages/line-texts.ts';
import { titledParts, titledText } from '../pages/page-frame.ts';
import { speaker } from '../pages/page-words.ts';
import { callLink, inLanguage, shownParts } from '../pages/shown-words.ts';
import { type PhoneWords, phoneWords } from './phone-words.ts';
import { settingsView, telephoneView } from './telephone-view.ts';

const styles = [
  'phone',
  'intro',
  'screen',
  'keys',
  'commands',
  'dial-card',
  'transcript',
  'settings',
  'layout',
  'wide',
];

/** The drawing of a handset, for the symbols in the page and for the page's icon. */
const handset =
  'M4 14.5c0-6.7 16-6.7 16 0v2a1.3 1.3 0 0 1-1.3 1.3h-2.6a1.3 1.3 0 0 1-1.3-1.3v-2.1a8.6 8.6 0 0 0-5.6 0v2.1a1.3 1.3 0 0 1-1.3 1.3H5.3A1.3 1.3 0 0 1 4 16.5z';
const icon = `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Crect width='24' height='24' rx='5' fill='%230017c1'/%3E%3Cpath fill='%23fff' transform='rotate(-135 12 12)' d='${handset}'/%3E%3C/svg%3E`;

/**
 * The page at `/phone`, in one of the edition's languages. Without JavaScript, the page has the title of the line, its
 * telephone number, the disaster notice, links to the languages, and links to the pages for reading. The script also
 * shows the telephone, and writes all of this again when the language changes.
 * @param tag null if no language is chosen or preferred: the page is then in Japanese and English
 */
export function phonePage(edition: Edition, tag: LanguageTag | null, conditions: PageConditions): string {
  const { name, languages } = edition.file;
  const title = tag === null ? null : titleIn(edition, tag);
  const heading: Html = title
    ? html`<span lang="${title.language}">${shownParts(title.parts)}</span>`
    : html`<span lang="ja">${name.ja}</span> <span lang="en">${name.en}</span>`;
  const words = phoneWords(tag, title ? titledParts(title, tag ?? '') : nothing);
  const { say, plain } = words;
  const current = html` aria-current="true"`;
  const query = tag === null ? '' : `?language=${tag}`;
  return html`<!doctype html>
<html lang="${tag ?? 'ja'}"${tag === null ? nothing : html` data-language="${tag}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title ? titledText(title) : `${name.ja} | ${name.en}`}</title>
<link rel="icon" href="${icon}">
${styles.map((style) => html`<link rel="stylesheet" href="/phone/assets/${style}.css">\n`)}<script type="module" src="/phone/assets/phone.js"></script>
</head>
<body data-phase="idle">
<header class="site">
<svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="#handset" transform="rotate(-135 12 12)"></use></svg>
<h1 id="line-name">${heading}</h1>
<p class="brand" lang="ja">ことづて <span lang="en">Kotozute</span></p>
</header>
<main class="desk">
<section class="intro" aria-labelledby="line-name">
${disasterView(edition, conditions, words)}
<noscript><p class="warning" data-testid="no-script">${needsScript(tag)}</p></noscript>
<p class="what" data-testid="what" data-words="what" data-script hidden>${say('what', 'この電話案内を、このページで、あなたのことばで聞けます。お金はかかりません。', 'Hear this telephone guidance here, in your language, free of charge.')}</p>
${numberView(edition, words)}
<nav data-label="languages" aria-label="${plain('languages', 'ことば', 'Languages')}">
<ul class="chips" id="languages">
${languages.map((each) => html`<li><a class="chip" href="/phone?language=${each.tag}" lang="${each.tag}" hreflang="${each.tag}" data-testid="language-${each.tag}"${each.tag === tag ? current : nothing}>${each.name}</a></li>\n`)}<li data-script hidden><a class="chip" id="by-key" data-testid="by-key" href="/phone"${tag === null ? current : nothing} data-words="byKey">${say('byKey', '電話の中で、番号を押して選ぶ', 'Choose in the call, with a number')}</a></li>
</ul>
</nav>
<p class="warning" id="language-notice" data-testid="language-notice" role="status" hidden></p>
<div class="link">
<a class="read" data-testid="read" data-to="" href="/${tag ?? ''}"><span data-words="read">${say('read', '案内を文字で全部読む', 'Read the whole guidance')}</span></a>
<button type="button" class="quiet" id="copy-link" data-testid="copy-link" data-script hidden><span data-words="copyLink"></span></button>
<p id="copy-said" data-testid="copy-said" role="status" hidden></p>
<input id="link-field" data-testid="link-field" readonly aria-label="リンク Link" hidden>
</div>
</section>
${telephoneView(words)}
${settingsView(words, edition.line.timeZone)}
</main>
<footer class="foot">
<ul>
<li><a data-to="#contact" href="/${tag === null ? '' : `${tag}#contact`}"><span data-words="contact">${say('contact', '問い合わせ', 'Contact')}</span></a></li>
<li><a data-page="/privacy" href="/privacy${query}"><span data-words="privacy">${say('privacy', '個人情報の取扱い', 'Privacy')}</span></a></li>
<li><a data-page="/accessibility" href="/accessibility${query}"><span data-words="accessibility">${say('accessibility', 'アクセシビリティ', 'Accessibility')}</span></a></li>
</ul>
</footer>
<svg class="drawings" aria-hidden="true" focusable="false"><symbol id="handset" viewBox="0 0 24 24"><path fill="currentColor" d="${handset}"></path></symbol></svg>
</body>
</html>
`.toString();
}

/** The disaster notice, in the elements in which `page/line-info.js` also writes it. Hidden if there is none. */
function disasterView(edition: Edition, conditions: PageConditions, { tag, say }: PhoneWords): Html {
  const texts = disasterTexts(edition, conditions, tag);
  // A live region must be there before its content, so it is not hidden together with the notice.
  return html`<div aria-live="polite"><section class="disaster" id="disaster" data-testid="disaster" aria-labelledby="disaster-title"${texts.length === 0 ? html` hidden` : nothing}>
<h2 id="disaster-title" data-words="disaster">${say('disaster', '災害のお知らせ', 'Disaster information')}</h2>
<div id="disaster-text">${texts.map(({ language, sentences }) => html`<p lang="${language}">${sentences.map(({ shown }) => html`<span>${shownParts(shown)}</span> `)}</p>\n`)}</div>
</section></div>`;
}

/** The telephone number for this language alone or, if there is none, that of the line. Hidden if neither is known. */
function numberView(edition: Edition, { tag, say }: PhoneWords): Html {
  const { number } = numberIn(edition, tag);
  const link = number === null ? nothing : callLink(number);
  return html`<p class="line-number" id="line-number" data-testid="line-number"${number === null ? html` hidden` : nothing}><span data-words="lineNumber">${say('lineNumber', 'この番号に電話できます', 'Call this number')}</span> <strong id="line-number-link">${link}</strong></p>`;
}

/** Says that listening needs JavaScript. Says it in the page's language, or in Japanese and English without one. */
const needsScript = (tag: LanguageTag | null): Html =>
  html`${(tag === null ? ['ja', 'en'] : [tag]).map((each) => html`${inLanguage(each, tag ?? '', speaker(each).say('needsScript'))} `)}`;
