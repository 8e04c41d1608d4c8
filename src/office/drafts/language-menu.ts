import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { DraftLine } from './draft-text.ts';
import { numberKeys } from './menu-keys.ts';

type Language = LineFile['languages'][number];

/**
 * The language menu with a language inserted at the position of its key. A former entry of the language is removed. The
 * entries after the new one move down, and all keys are renumbered.
 */
export function insertLanguage(languages: readonly Language[], language: Language): Language[] {
  const others = languages.filter(({ tag }) => tag !== language.tag);
  return numberKeys(others.toSpliced(Number(language.key) - 1, 0, language));
}

/** The language menu without one language. */
export const switchOffLanguage = (languages: readonly Language[], tag: LanguageTag): Language[] =>
  numberKeys(languages.filter((language) => language.tag !== tag));

/**
 * Why a language cannot be switched off: other languages are translated from it, or callers hear it before they choose
 * a language. Null if the language can be switched off.
 */
export function whyStays(line: LineFile, tag: LanguageTag): 'source' | 'announcer' | null {
  if (line.sourceLanguage === tag) return 'source';
  return line.announcers.includes(tag) ? 'announcer' : null;
}

/**
 * Languages that are no longer on the line, each as it was just before it was switched off.
 * @param history revisions of the line, newest first
 */
export function languagesOff(line: LineFile, history: readonly DraftLine[]): Language[] {
  const on = new Set(line.languages.map(({ tag }) => tag));
  const off = new Map<LanguageTag, Language>();
  for (const { file } of history) {
    for (const language of file.languages) {
      if (!on.has(language.tag) && !off.has(language.tag)) off.set(language.tag, language);
    }
  }
  return [...off.values()];
}
