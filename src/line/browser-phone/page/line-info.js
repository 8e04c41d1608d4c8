import { element } from './element.js';
import { inLanguage } from './labels.js';
import { setWords, speakIn } from './page-words.js';
import { callLink, shownParts } from './shown-parts.js';

/** @import { LineInfo, Warning } from './line.js' */

/**
 * Shows the line's title and telephone number, a disaster notice, and links to other pages, in the caller's language.
 */
export function createLineInfo() {
  /** @type {LineInfo | null} */
  let line = null;
  /** @type {string | null} */
  let language = null;

  function show() {
    // Until the information about the line has been loaded, the page stays as the server wrote it.
    if (line === null) return;
    const own = line.languages.find(({ tag }) => tag === language);
    for (const link of document.querySelectorAll('a[data-to]')) {
      const path = link instanceof HTMLAnchorElement ? (link.dataset.to ?? '') : '';
      link.setAttribute('href', `/${own?.tag ?? ''}${own || !path.startsWith('#') ? path : ''}`);
    }
    for (const link of document.querySelectorAll('a[data-page]')) {
      const path = link instanceof HTMLAnchorElement ? (link.dataset.page ?? '') : '';
      link.setAttribute('href', own ? `${path}?language=${own.tag}` : path);
    }
    const { ja, en } = line.name;
    const title = element('line-name', HTMLElement);
    if (own) {
      // The title must be one element, because the heading lays out each of its children separately.
      const name = inLanguage(own.title.language, '');
      name.append(...shownParts(own.title.parts));
      title.replaceChildren(name);
      document.title = own.title.parts.map(({ text }) => text).join('');
    } else {
      title.replaceChildren(inLanguage('ja', ja), ' ', inLanguage('en', en));
      document.title = `${ja} | ${en}`;
    }
    const { number, disaster } = own ?? line;
    element('line-number', HTMLElement).hidden = number === null;
    if (number !== null) element('line-number-link', HTMLElement).replaceChildren(callLink(number));
    showDisaster(disaster);
  }

  return {
    /** @param {LineInfo} told */
    show(told) {
      // Elements that are written again lose the keyboard focus, and the place of a screen reader.
      if (JSON.stringify(told) === JSON.stringify(line)) return;
      line = told;
      show();
    },
    /** Switches the whole page to a language. @param {string | null} tag null if none is chosen */
    speakIn(tag) {
      language = tag;
      // The title comes first, because labels contain it.
      show();
      speakIn(tag);
    },
  };
}

/** The notice that the page shows, as JSON. */
let shownDisaster = '';

/** @param {Warning} disaster */
function showDisaster(disaster) {
  setWords(element('disaster-title', HTMLElement), 'disaster');
  // A screen reader announces the notice when it is written, so the same notice is not written again.
  const now = JSON.stringify(disaster);
  if (now === shownDisaster) return;
  shownDisaster = now;
  const banner = element('disaster', HTMLElement);
  banner.hidden = disaster.length === 0;
  element('disaster-text', HTMLElement).replaceChildren(
    ...disaster.map(({ language, sentences }) => {
      const block = document.createElement('p');
      block.lang = language;
      for (const parts of sentences) {
        const sentence = document.createElement('span');
        sentence.append(...shownParts(parts));
        block.append(sentence, ' ');
      }
      return block;
    }),
  );
}
