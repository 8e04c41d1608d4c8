import { baseLanguage } from './language-of.ts';
import { phrasesOf, type WrittenSentence } from './written-sentence.ts';

/** One pattern for each language, by its tag without region and script. Languages without one are let pass. */
export type Phrases = Readonly<Record<string, RegExp>>;

/** Whole words of a language that sets words apart, in any case: `mal` is not found in `normal`. */
export const wholeWords = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, 'giu');

/** What of a language's phrases occurs in a sentence, as written or as spoken, each once. */
export function phrasesIn(sentence: WrittenSentence, phrases: Phrases): string[] {
  const pattern = phrases[baseLanguage(sentence.language)];
  if (!pattern) return [];
  return [...new Set(phrasesOf(sentence).flatMap((text) => text.match(pattern) ?? []))];
}
