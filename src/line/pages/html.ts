import type { LanguageTag } from '../../call/line.ts';
import type { ShownPart } from '../../edition/edition-file.ts';
import { dialled } from '../../edition/shown-text.ts';

/** HTML in which all text is escaped. Only `html` creates it. */
export interface Html {
  readonly html: string;
}

type Piece = string | Html | readonly Html[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const write = (piece: Piece): string => {
  if (typeof piece === 'string') return piece.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? '');
  return 'html' in piece ? piece.html : piece.map((each) => each.html).join('');
};

/** HTML with pieces inserted, each escaped unless it is HTML itself. Attributes must be in double quotes. */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html => ({
  html: strings.map((text, index) => text + write(pieces[index] ?? '')).join(''),
});

export const nothing: Html = html``;

export const ruby = (text: string, reading: string): Html =>
  html`<ruby>${text}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;

/** Words of an edition: kanji with their readings, and telephone numbers as links. */
export const shownParts = (parts: readonly ShownPart[]): Html => html`${parts.map(shownPart)}`;

function shownPart(part: ShownPart): Html {
  const number = dialled(part);
  if (number !== null) return html`<a href="tel:${number}">${part.text}</a>`;
  return part.reading === undefined ? html`${part.text}` : ruby(part.text, part.reading);
}

/** Turns a text of the pages themselves into HTML. Its readings are written as `{県|けん}`. */
export const withReadings = (text: string): Html =>
  html`${text.split(/(\{[^{}]*\})/).map((piece) => {
    const [, kanji, reading] = /^\{(.+)\|(.+)\}$/.exec(piece) ?? [];
    return kanji === undefined || reading === undefined ? html`${piece}` : ruby(kanji, reading);
  })}`;

/** Removes the readings from a text of the pages, for titles and attributes. */
export const withoutReadings = (text: string): string => text.replaceAll(/\{([^{}|]+)\|[^{}]+\}/g, '$1');

/** Words in a language; marked with its tag if the words around them are in another language. */
export const inLanguage = (tag: LanguageTag, around: LanguageTag, words: Html): Html =>
  tag === around ? words : html`<span lang="${tag}">${words}</span>`;
