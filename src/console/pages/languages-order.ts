import type { LanguageEntry } from './languages-form.ts';

/** How many revisions of the line are looked through for languages that were on it once. */
export const historyLimit = 500;

/** A language menu as the audit names it: 1 en, 2 ja. */
export const languageOrder = (languages: readonly LanguageEntry[]): string =>
  languages.map(({ key, tag }) => `${key} ${tag}`).join(', ');
