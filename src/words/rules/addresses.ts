import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

/**
 * Matches web and e-mail addresses. At most 64 characters are matched before an @, which is the limit of RFC 5321.
 * Without a limit, the time for a long word would be quadratic in its length.
 */
const address =
  /[\w.+-]{1,64}[@＠][\w.-]+|(?:https?:\/\/|www\.)[\w./:?=&%#~@+-]*[\w/]|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:jp|com|org|net|info|gov)(?![\w-])/giu;

/** Replaces each address in a text by a space. Rules that leave addresses to T-09 use this function. */
export const withoutAddresses = (text: string): string => text.replace(address, ' ');

/** T-09: a web or e-mail address. Callers cannot write it down by ear. */
export function addresses(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = sentence.surface.match(address) ?? [];
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-09', 'error', {
        ja: `${words.ja}は耳で聞いても書き取れません。「県のホームページ」のように名前で言ってください。`,
        en: `${words.en} cannot be written down by ear; say a name instead, for example "the prefecture's web site".`,
      }),
    ];
  });
}
