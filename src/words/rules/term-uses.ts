import type { LanguageTag } from '../../call/line.ts';
import { type GlossaryTerm, glossary, glossaryLanguage } from './glossary.ts';
import { says, termsIn } from './official-terms.ts';

/** An official term of a source text, and whether its translation uses the right words for it. */
export interface TermUse {
  readonly term: string;
  /** The right words, any of which is enough. Empty if the glossary has no words in the language. */
  readonly wanted: readonly string[];
  readonly isThere: boolean;
}

/** The official terms in a source text, with their words in another language; none unless the source is Japanese. */
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
 * Finds official words in the wrong place: the right words for a term are missing, and the translation has the words of
 * another official term. Only words of flagged terms are looked for, because words of other terms, such as
 * "application", have ordinary meanings too.
 */
export function mistakenTerms(
  source: readonly string[],
  translated: readonly string[],
  languages: { readonly sourceLanguage: LanguageTag; readonly language: LanguageTag },
): MistakenTerm[] {
  const { language, sourceLanguage } = languages;
  const uses = termUses(source, translated, languages);
  if (sourceLanguage !== glossaryLanguage || uses.every(({ isThere, wanted }) => isThere || wanted.length === 0))
    return [];
  const right = new Set(uses.flatMap(({ wanted }) => wanted.map((words) => words.toLowerCase())));
  const here = new Set(uses.map(({ term }) => term));
  const wordsOf = ({ approved }: GlossaryTerm) => (Object.hasOwn(approved, language) ? (approved[language] ?? []) : []);
  return glossary
    .filter(({ isFlagged, term }) => isFlagged && !here.has(term))
    .flatMap((each) => wordsOf(each).map((words) => ({ words, term: each.term })))
    .filter(({ words }) => !right.has(words.toLowerCase()) && says(translated, [words]))
    .toSorted((one, other) => other.words.length - one.words.length);
}
