import { labels } from './labels.js';
import { ownMessages } from './own-messages.js';
import { ownWords } from './own-words.js';
import { ruby } from './ruby.js';

/** @typedef {keyof typeof labels} LabelName */
/** @typedef {Record<string, string | Node>} Values the values to fill in, by name, such as that of `{key}` */

/** @type {string | null} */
let language = null;

/**
 * Gives an element a label of the page. The label is in the caller's language or, if that has no such label, in
 * Japanese and English.
 * @param {HTMLElement} element
 * @param {LabelName} name
 */
export function setWords(element, name) {
  element.dataset.words = name;
  fill(element);
}

/**
 * Switches the page to a language. Labels that the language lacks are shown in Japanese and English.
 * @param {string | null} tag null if none is chosen
 */
export function speakIn(tag) {
  language = tag;
  document.documentElement.lang = tag ?? 'ja';
  for (const element of document.querySelectorAll('[data-words]')) {
    if (element instanceof HTMLElement) fill(element);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    const name = /** @type {LabelName} */ (element instanceof HTMLElement && element.dataset.label);
    const { ja, en } = labels[name];
    // An attribute has no room for readings.
    element.ariaLabel = own(name)?.replaceAll(/\{([^{}|]+)\|[^{}]+\}/g, '$1') ?? `${ja} ${en}`;
  }
}

/**
 * A label in the caller's language, or in Japanese and English.
 * @param {LabelName} name
 * @param {Values} [values]
 * @returns {(string | Node)[]}
 */
export function wordsOf(name, values = {}) {
  const text = own(name);
  if (language !== null && text !== undefined) return [words(language, text, values)];
  const { ja, en } = labels[name];
  return [words('ja', ja, values), ' ', words('en', en, values)];
}

/** Whether a label exists in the caller's language. @param {LabelName} name */
export const hasOwn = (name) => own(name) !== undefined;

/** @param {HTMLElement} element */
function fill(element) {
  const title = document.getElementById('line-name')?.cloneNode(true);
  const line = document.createDocumentFragment();
  line.append(...(title?.childNodes ?? []));
  element.replaceChildren(...wordsOf(/** @type {LabelName} */ (element.dataset.words), { line }));
}

/**
 * A label in the caller's language. A regional variant such as `pt-PT` has the labels of its language.
 * @param {string} name
 * @returns {string | undefined}
 */
function own(name) {
  if (language === null) return undefined;
  const [base = ''] = language.split('-');
  /** @type {Record<string, string>} */
  const all = { ...(ownWords[language] ?? ownWords[base]), ...(ownMessages[language] ?? ownMessages[base]) };
  return all[name];
}

/**
 * @param {string} tag
 * @param {string} text with readings as `{県|けん}`
 * @param {Values} values
 */
function words(tag, text, values) {
  const element = document.createElement('span');
  element.lang = tag;
  for (const piece of text.split(/(\{.*?\})/)) {
    const [, kanji, reading] = /^\{(.+)\|(.+)\}$/.exec(piece) ?? [];
    const value = values[piece.slice(1, -1)];
    if (kanji !== undefined && reading !== undefined) element.append(ruby(kanji, reading));
    else if (!piece.startsWith('{') || value === undefined) element.append(piece);
    // A node is cloned, because a label in Japanese and English contains the value twice.
    else element.append(typeof value === 'string' ? value : value.cloneNode(true));
  }
  return element;
}
