import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { scriptOf } from './language-of.ts';
import { findingIn, named, sentencesOf } from './written-sentence.ts';

const abbreviation = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{M}])/gu;

/** What everybody says and understands as a word of the language. */
const allowed: Readonly<Record<string, readonly string[]>> = { en: ['ID', 'PIN'], es: ['PIN'], pt: ['PIN'] };

/** T-06: a voice spells an abbreviation or reads it as a word, and few callers know it. Elsewhere T-07 finds it. */
export function abbreviations(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (scriptOf(sentence.language) !== 'Latn') return [];
    const known = allowed[sentence.language] ?? [];
    const found = (sentence.surface.match(abbreviation) ?? []).filter(
      (word) => /\p{Lu}{2}|\p{Lu}\p{N}/u.test(word) && !known.includes(word),
    );
    if (found.length === 0) return [];
    const words = named(found);
    return [
      findingIn(sentence, 'T-06', 'error', {
        ja: `${words.ja}は略語です。電話では分かりにくいので、略さずに書いてください。`,
        en: `${words.en} is an abbreviation, which few callers understand; write it in full.`,
      }),
    ];
  });
}
