import type { LanguageTag } from '../../call/line.ts';
import { type Html, html, inLanguage, ruby, withoutReadings } from '../pages/html.ts';
import { ownMessages } from './page/own-messages.js';
import { ownWords } from './page/own-words.js';

/** The labels of the browser phone's page in the reader's language. */
export interface PhoneWords {
  /** The language; null if none is chosen and the labels are in Japanese and English. */
  readonly tag: LanguageTag | null;
  /**
   * The content of the element that names a label for the script, which fills it again when the language changes.
   * @param ja the label where the language has none, in Japanese
   * @param en the same in English
   */
  say(name: string, ja: string, en: string): Html;
  /** The same as text, for attributes. */
  plain(name: string, ja: string, en: string): string;
}

/** @param line what the line is called, for labels that name it */
export function phoneWords(tag: LanguageTag | null, line: Html): PhoneWords {
  const own = (name: string): string | undefined =>
    tag === null ? undefined : (ownWords[tag]?.[name] ?? ownMessages[tag]?.[name]);
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

/** A label with its readings, and the name of the line in its place. */
const filled = (words: string, line: Html): Html =>
  html`${words.split(/(\{[^{}]*\})/).map((piece) => {
    const [, kanji, reading] = /^\{(.+)\|(.+)\}$/.exec(piece) ?? [];
    if (kanji !== undefined && reading !== undefined) return ruby(kanji, reading);
    return piece === '{line}' ? line : html`${piece}`;
  })}`;
