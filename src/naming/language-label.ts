import type { LanguageTag } from '../call/line.ts';
import { type Html, html } from '../frame/html.ts';

/** A language of the line: its name in its own script, and what staff call it. */
export interface NamedLanguage {
  readonly tag: LanguageTag;
  readonly name: string;
  readonly called: string;
}

/**
 * What staff call a language, in brackets, because few of them can read every script. Empty if that is also the
 * language's own name.
 */
const inBrackets = ({ name, called }: NamedLanguage): string => (called === name ? '' : ` (${called})`);

/** A language by its own name, and what staff call it. */
export const languageLabel = (language: NamedLanguage): Html =>
  html`<span lang="${language.tag}">${language.name}</span>${inBrackets(language)}`;

/** Like `languageLabel`, but as plain text, for places that cannot contain HTML. */
export const languageText = (language: NamedLanguage): string => `${language.name}${inBrackets(language)}`;
