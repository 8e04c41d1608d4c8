import { bilingual, labels } from './labels.js';
import { ownWords } from './own-words.js';
import { ruby } from './ruby.js';

/** @type {string | null} */
let language = null;

/**
 * Gives an element a label of the page, in the caller's language if the label exists in it, else in Japanese and English.
 * @param {HTMLElement} element
 * @param {keyof typeof labels} name
 */
export function setWords(element, name) {
  element.dataset.words = name;
  fill(element);
}

/**
 * Switches all labels to a language, as far as they exist in it.
 * @param {string | null} tag null: none is chosen
 */
export function speakIn(tag) {
  language = tag;
  for (const element of document.querySelectorAll('[data-words]')) {
    if (element instanceof HTMLElement) fill(element);
  }
}

/** @param {HTMLElement} element */
function fill(element) {
  const name = /** @type {keyof typeof labels} */ (element.dataset.words);
  /** @type {Record<string, string> | undefined} */
  const own = language === null ? undefined : ownWords[language];
  const text = own?.[name];
  if (language !== null && text !== undefined) return element.replaceChildren(words(language, text));
  const [ja, en] = bilingual(labels[name]);
  element.replaceChildren(ja, ' ', en);
}

/**
 * @param {string} tag
 * @param {string} text with readings as `{県|けん}`
 */
function words(tag, text) {
  const element = document.createElement('span');
  element.lang = tag;
  for (const piece of text.split(/(\{.*?\})/)) {
    const [, kanji, reading] = /^\{(.+)\|(.+)\}$/.exec(piece) ?? [];
    element.append(kanji === undefined || reading === undefined ? piece : ruby(kanji, reading));
  }
  return element;
}
