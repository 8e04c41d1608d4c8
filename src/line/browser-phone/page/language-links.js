import { element } from './element.js';
import { nameLanguages } from './labels.js';
import { LineTrouble, loadLine } from './line.js';
import { setWords } from './page-words.js';

/** @import { LineInfo } from './line.js' */
/** @import { LabelName } from './page-words.js' */

/** The language in which the server wrote the page; null if the page is in Japanese and English. */
export const servedLanguage = () => document.documentElement.dataset.language ?? null;

/**
 * The languages as links that can be shared: `/phone?language=ko` starts a call in Korean, without the menu.
 * @param {(tag: string | null) => void} choose called with the caller's choice; with null for choosing in the call
 * @param {(line: LineInfo) => void} told called once the information about the line has been loaded
 */
export function createLanguageLinks(choose, told) {
  const list = element('languages', HTMLUListElement);
  const byKey = element('by-key', HTMLAnchorElement);
  const notice = element('language-notice', HTMLElement);
  const asked = () => new URLSearchParams(location.search).get('language') || null;
  /**
   * The chosen language. Initially the language of the page, so that a call that starts at once skips the language
   * menu.
   */
  let chosen = servedLanguage();
  /**
   * Whether the caller has chosen. The browser's preference does not replace a choice made before the list was loaded.
   */
  let hasChosen = false;

  const links = () => /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll('a')]);

  function mark() {
    for (const link of links()) {
      if ((link.hreflang || null) === chosen) link.ariaCurrent = 'true';
      else link.ariaCurrent = null;
    }
  }

  /**
   * @param {HTMLAnchorElement} link
   * @param {string | null} tag
   */
  function follow(link, tag) {
    link.addEventListener('click', (event) => {
      // With these keys, the browser opens the link in another tab or window as usual.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      chosen = tag;
      hasChosen = true;
      notice.hidden = true;
      history.replaceState(null, '', link.href);
      mark();
      choose(tag);
    });
  }

  /** @param {LineInfo} line */
  function show(line) {
    nameLanguages(line.languages);
    told(line);
    for (const { tag, name } of line.languages) {
      const written = links().find((link) => link.hreflang === tag);
      follow(written ?? add(tag, name), tag);
    }
  }

  /**
   * Adds a language that the page lacks, because another edition has gone live since the page was written.
   * @param {string} tag
   * @param {string} name
   */
  function add(tag, name) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `/phone?language=${tag}`;
    link.lang = tag;
    link.hreflang = tag;
    link.className = 'chip';
    link.dataset.testid = `language-${tag}`;
    link.textContent = name;
    item.append(link);
    list.insertBefore(item, byKey.parentElement);
    return link;
  }

  /** @param {LabelName} why */
  function say(why) {
    setWords(notice, why);
    notice.hidden = false;
  }

  follow(byKey, null);

  return {
    /** The chosen language; null if the caller will choose in the call. */
    chosen: () => chosen,
    /**
     * Shows the line's languages. Selects the language in the page's address, or if there is none, the one that the
     * browser prefers. If the languages cannot be loaded, the selection stays as it is.
     * @returns the selected language; null if the caller will choose in the call
     */
    async load() {
      try {
        const line = await loadLine();
        show(line);
        const wanted = asked();
        const find = (/** @type {string | null} */ wish) =>
          line.languages.find(({ tag }) => tag.toLowerCase() === wish?.toLowerCase())?.tag ?? null;
        if (wanted === null) chosen = hasChosen ? null : line.preferred;
        // If the address says `zh-TW`, no tag is equal to it, but the server has written the page in `zh-Hant`.
        else chosen = find(wanted) ?? find(servedLanguage());
        if (wanted !== null && chosen === null) say('unknownLanguage');
      } catch (problem) {
        if (!(problem instanceof LineTrouble)) throw problem;
        // The links to other languages would lead to pages that cannot be loaded either, so they are removed. A call in
        // this page's language is still possible.
        for (const link of links()) if (link !== byKey) link.parentElement?.remove();
        if (chosen === null) say('noLanguages');
      }
      mark();
      return chosen;
    },
  };
}
