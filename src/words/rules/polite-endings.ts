import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { baseLanguage } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/**
 * Plain endings of verbs and adjectives. Polite endings match too, but `politeEndings` accepts them. Nouns do not
 * match, because a sentence may end with a noun: "チラシは、5。"
 */
const plainEnding =
  /(?:である|だ|だった|ない|なかった|たい|[うくぐすつぬぶむる]|[いしっんえけげせてねべめれ]た|んだ)$/u;

/**
 * J-05: a sentence with a plain ending. Among sentences that end in です and ます, it sounds rude, or as if another person
 * spoke.
 */
export function politeEndings(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (baseLanguage(sentence.language) !== 'ja') return [];
    const clauses = sentence.surface.replaceAll(/\s+/gu, '').split(/[。!?！？]/u);
    const found = clauses.filter((clause) => plainEnding.test(clause) && !/(?:です|ます|でした|ました)$/u.test(clause));
    if (found.length === 0) return [];
    const words = quoteWords(found.map((clause) => clause.slice(-8)));
    return [
      findingIn(sentence, 'J-05', 'warning', {
        ja: `${words.ja}は「です」「ます」で終わっていません。ほかの文とそろえてください。`,
        en: `${words.en} does not end in です or ます; end it as the other sentences do.`,
      }),
    ];
  });
}
