import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

const spaced = /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}'’-]*)[\s,、]+\1(?![\p{L}\p{M}'’-])/giu;
/** Single characters are doubled on purpose in Chinese: 好好, 谢谢. */
const unspaced = /(\p{Script=Han}{2,})\1/gu;

/** T-14: the same word twice in a row. This is nearly always a mistake, and sounds like a stutter. */
export function doubledWords(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const pattern = baseLanguage(sentence.language) === 'zh' ? unspaced : spaced;
    const found = sentence.surface.match(pattern) ?? [];
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-14', 'warning', {
        ja: `${words.ja}は同じ言葉が続いています。一つにしてください。`,
        en: `${words.en} says the same word twice; say it once.`,
      }),
    ];
  });
}
