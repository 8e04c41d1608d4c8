import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../frame/html.ts';
import { lookup } from '../../words/by-name.ts';
import { english, japanese, type ReviewWord, type ReviewWords } from './review-texts.ts';
import { translatedWords } from './translated-texts.ts';

/** The fixed words by language. Readers whose language is not listed here see English. */
const reviewWords: Readonly<Record<string, ReviewWords>> = lookup({
  en: english,
  ja: japanese,
  ...translatedWords,
});

/** Values that are filled into a fixed text. A value that depends on the language is a function of its tag. */
type Values = Readonly<Record<string, string | number | ((tag: LanguageTag) => string)>>;

/**
 * The languages in which a reader sees the fixed words. The reader's own language comes first, if the words are
 * translated into it. English follows, and then Japanese for staff.
 */
const shownTo = (tag: LanguageTag): LanguageTag[] => [
  ...new Set([...(tag in reviewWords ? [tag] : []), ...(tag === 'ja' ? ['ja', 'en'] : ['en', 'ja'])]),
];

/** The first language of the fixed words on a reader's pages. */
export const wordsLanguage = (tag: LanguageTag): LanguageTag => shownTo(tag)[0] ?? 'en';

function fill(tag: LanguageTag, key: ReviewWord, values: Values): string {
  const text = reviewWords[tag]?.[key] ?? '';
  return Object.entries(values).reduce(
    (said, [name, value]) =>
      said.replaceAll(`{${name}}`, () => String(typeof value === 'function' ? value(tag) : value)),
    text,
  );
}

/** A fixed text only in the first language of `shownTo`, for titles and attributes. */
export const sayIn = (tag: LanguageTag, key: ReviewWord, values: Values = {}): string =>
  fill(wordsLanguage(tag), key, values);

/** A fixed text in the first language of `shownTo`. The other languages are below it, in smaller type. */
export function say(tag: LanguageTag, key: ReviewWord, values: Values = {}): Html {
  const [own = 'en', ...others] = shownTo(tag);
  const said = (each: LanguageTag) => html`<span lang="${each}">${fill(each, key, values)}</span>`;
  return html`<span class="review-own" lang="${own}">${fill(own, key, values)}</span>
<span class="review-also">${others.map((each, index) => html`${index > 0 ? ' / ' : ''}${said(each)}`)}</span>`;
}
