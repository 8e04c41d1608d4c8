import { type Html, html, nothing } from './html.ts';

/** The direction in which a language is written. @throws RangeError for an invalid tag */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';

/**
 * The `dir` attribute for an element with text in a language; nothing if the text around it has the same direction.
 * @param around the language of the text around the element. If it is empty, that text is written from left to right
 */
export function directionAttribute(language: string, around = ''): Html {
  const direction = directionOf(language);
  return direction === (around === '' ? 'ltr' : directionOf(around)) ? nothing : html` dir="${direction}"`;
}
