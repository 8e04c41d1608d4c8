import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { withoutAllowedWords } from './allowed-words.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, placeholderMark, sentencesOf, type WrittenSentence } from './written-sentence.ts';

const letter = /\p{L}/u;

/**
 * T-16: a sentence that is identical to a sentence of the same prompt in another language. It was probably copied and
 * not translated.
 */
export function untranslated(draft: Draft): Finding[] {
  const { sourceLanguage, languages } = draft.line;
  const rank = new Map(languages.map(({ tag }, index) => [tag, tag === sourceLanguage ? -1 : index]));
  const rankOf = ({ language }: WrittenSentence): number => rank.get(language) ?? rank.size;
  const seen = new Map<string, WrittenSentence[]>();
  // The source language comes first. The other languages follow in the order of the menu. Of two identical sentences,
  // the later one counts as the copy.
  const ordered = sentencesOf(draft).toSorted((one, other) => rankOf(one) - rankOf(other));
  return ordered.flatMap((sentence): Finding[] => {
    const text = withoutAllowedWords(sentence.surface).replaceAll(placeholderMark, '').trim();
    if (!letter.test(text)) return [];
    const id = `${sentence.prompt}\n${sentence.surface.trim()}`;
    const twins = seen.get(id) ?? [];
    seen.set(id, [...twins, sentence]);
    // Simplified and traditional Chinese may be identical, because they share many characters.
    const original = twins.find(({ language }) => baseLanguage(language) !== baseLanguage(sentence.language));
    if (!original) return [];
    return [
      findingIn(sentence, 'T-16', 'error', {
        ja: `「${sentence.shown}」は「${original.language}」の文と同じです。「${sentence.language}」に訳してください。`,
        en: `"${sentence.shown}" is the same sentence as in "${original.language}"; translate it into "${sentence.language}".`,
      }),
    ];
  });
}
