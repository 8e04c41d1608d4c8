import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../common/html.ts';
import { directionAttribute } from '../../common/text-direction.ts';
import type { ShownPart } from '../../edition/edition-file.ts';
import { dialled } from '../../edition/shown-text.ts';

const ruby = (text: string, reading: string): Html => html`<ruby>${text}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;

/** Words of an edition: kanji with their readings, and telephone numbers as links. */
export const shownParts = (parts: readonly ShownPart[]): Html => html`${parts.map(shownPart)}`;

function shownPart(part: ShownPart): Html {
  const number = dialled(part);
  if (number !== null) return callLink(part.text, number);
  return part.reading === undefined ? html`${part.text}` : ruby(part.text, part.reading);
}

/**
 * A link that calls a telephone number.
 * @param text the number as shown
 * @param dial the digits of the number; by default, the text without hyphens
 */
export const callLink = (text: string, dial = text.replaceAll('-', '')): Html =>
  html`<a href="tel:${dial}">${text}</a>`;

/** Splits one of the pages' own texts into parts. Readings in the text are written as `{県|けん}`. */
export const partsOf = (text: string): readonly ShownPart[] =>
  text.split(/(\{[^{}|]+\|[^{}]+\})/).map((piece) => {
    const [, kanji, reading] = /^\{(.+)\|(.+)\}$/.exec(piece) ?? [];
    return kanji === undefined || reading === undefined ? { text: piece } : { text: kanji, reading };
  });

/** One of the pages' own texts as HTML, with its readings. */
export const withReadings = (text: string): Html => shownParts(partsOf(text));

/** Removes the readings from one of the pages' own texts, for titles and attributes. */
export const withoutReadings = (text: string): string => text.replaceAll(/\{([^{}|]+)\|[^{}]+\}/g, '$1');

/** Words in a language. They are marked with its tag if the surrounding words are in another language. */
export const inLanguage = (tag: LanguageTag, around: LanguageTag, words: Html): Html =>
  tag === around ? words : html`<span lang="${tag}"${directionAttribute(tag, around)}>${words}</span>`;
