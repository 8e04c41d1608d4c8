import type { LanguageTag } from '../../call/line.ts';
import { type GlossaryTerm, glossary, glossaryLanguage } from './glossary.ts';
import { comparable, says, termsIn, wordsSaid } from './official-terms.ts';

/** An official term of a source text, and whether its translation uses the right words for it. */
export interface TermUse {
  readonly term: string;
  /** The right words. Any of them is enough. Empty if the glossary has no words in the language. */
  readonly wanted: readonly string[];
  readonly isThere: boolean;
}

/**
 * Finds the official terms in a source text, and their words in the translation. Finds none unless the source language
 * is Japanese.
 */
export function termUses(
  source: readonly string[],
  translated: readonly string[],
  { sourceLanguage, language }: { readonly sourceLanguage: LanguageTag; readonly language: LanguageTag },
): TermUse[] {
  if (sourceLanguage !== glossaryLanguage) return [];
  return termsIn(source).map(({ term, approved }) => {
    const wanted = Object.hasOwn(approved, language) ? (approved[language] ?? []) : [];
    return { term, wanted, isThere: says(translated, wanted) };
  });
}

/** Official words in a translation that belong to a term which the source does not have. */
export interface MistakenTerm {
  readonly words: string;
  /** The term to which these words belong. */
  readonly term: string;
}

/**
 * Finds official words in a translation that belong to a term which the source does not have. They are reported even if
 * the translation also has the right words. Only words of required terms are looked for, because words of other terms,
 * such as "application", also have ordinary meanings.
 * @returns the longest words first
 */
export function mistakenTerms(
  source: readonly string[],
  translated: readonly string[],
  languages: { readonly sourceLanguage: LanguageTag; readonly language: LanguageTag },
): MistakenTerm[] {
  const { language, sourceLanguage } = languages;
  if (sourceLanguage !== glossaryLanguage) return [];
  const uses = termUses(source, translated, languages);
  const right = uses.flatMap(({ wanted }) => wanted);
  const isRight = new Set(right.map(comparable));
  const here = new Set(uses.map(({ term }) => term));
  const wordsOf = ({ approved }: GlossaryTerm) => (Object.hasOwn(approved, language) ? (approved[language] ?? []) : []);
  const foreign = glossary
    .filter(({ isRequired, term }) => isRequired && !here.has(term))
    .flatMap((each) => wordsOf(each).map((words) => ({ words, term: each.term })))
    .filter(({ words }) => !isRight.has(comparable(words)));
  const said = wordsSaid(translated, [...right, ...foreign.map(({ words }) => words)]);
  return foreign
    .filter(({ words }) => said.has(comparable(words)))
    .toSorted((one, other) => other.words.length - one.words.length);
}
