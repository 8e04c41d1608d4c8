import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, nothing } from '../../common/html.ts';
import { inLanguage, withoutReadings, withReadings } from '../pages/shown-words.ts';
import { ownMessages } from './page/own-messages.js';
import { ownWords } from './page/own-words.js';

/** The labels of the browser phone's page in the reader's language. */
export interface PhoneWords {
  /** The language; null if none is chosen and the labels are in Japanese and English. */
  readonly tag: LanguageTag | null;
  /**
   * The content of an element with the attribute `data-words`. The script fills such elements again when the language
   * changes.
   * @param name the name of the label
   * @param ja the label in Japanese, used with `en` if the language has no such label
   * @param en the label in English
   */
  say(name: string, ja: string, en: string): Html;
  /** The same label as plain text without readings, for attributes. */
  plain(name: string, ja: string, en: string): string;
}

/**
 * Returns the labels in a language. A regional variant such as `pt-PT` has the labels of its language.
 * @param line what the line is called, for labels that contain `{line}`
 */
export function phoneWords(tag: LanguageTag | null, line: Html): PhoneWords {
  const language = tag ?? '';
  const [base = ''] = language.split('-');
  const all = { ...(ownWords[language] ?? ownWords[base]), ...(ownMessages[language] ?? ownMessages[base]) };
  const own = (name: string): string | undefined => all[name];
  return {
    tag,
    say(name, ja, en) {
      const words = own(name);
      return tag !== null && words !== undefined
        ? inLanguage(tag, '', filled(words, line))
        : html`<span lang="ja">${ja}</span> <span lang="en">${en}</span>`;
    },
    plain: (name, ja, en) => withoutReadings(own(name) ?? `${ja} ${en}`),
  };
}

/** A label as HTML, with its readings, and with the name of the line in place of `{line}`. */
const filled = (words: string, line: Html): Html =>
  html`${words.split('{line}').map((piece, index) => html`${index === 0 ? nothing : line}${withReadings(piece)}`)}`;
