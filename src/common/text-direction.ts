import { type Html, html, nothing } from './html.ts';

/** The direction in which a language is written. @throws RangeError for an invalid tag */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';

/** The `dir` attribute for an element with text in this language; nothing for left to right, which is the default. */
export const directionAttribute = (language: string): Html =>
  directionOf(language) === 'rtl' ? html` dir="rtl"` : nothing;
