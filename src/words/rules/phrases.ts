import { baseLanguage } from './language-of.ts';
import { textsToMatch, type WrittenSentence } from './written-sentence.ts';

/** One pattern for each language, by its tag without region and script. Languages without a pattern are not checked. */
export type Phrases = Readonly<Record<string, RegExp>>;

/** A pattern for whole words in languages with spaces, in upper or lower case: `mal` is not found in `normal`. */
export const wholeWords = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, 'giu');

/** The phrases of a language that occur in a sentence, as displayed or as spoken, without duplicates. */
export function phrasesIn(sentence: WrittenSentence, phrases: Phrases): string[] {
  const pattern = phrases[baseLanguage(sentence.language)];
  if (!pattern) return [];
  return [...new Set(textsToMatch(sentence).flatMap((text) => text.match(pattern) ?? []))];
}
