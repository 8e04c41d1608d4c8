import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { findingIn, quoteWords, sentencesOf } from './written-sentence.ts';

const address =
  /[\w.+-]+[@＠][\w.-]+|(?:https?:\/\/|www\.)[\w./:?=&%#~@+-]*[\w/]|(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:jp|com|org|net|info|gov)(?![\w-])/giu;

/** The text with a space in place of each address, because only T-09 checks addresses. */
export const withoutAddresses = (text: string): string => text.replace(address, ' ');

/** T-09: callers cannot write down a web or e-mail address by ear. */
export function addresses(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const found = sentence.surface.match(address) ?? [];
    if (found.length === 0) return [];
    const words = quoteWords(found);
    return [
      findingIn(sentence, 'T-09', 'error', {
        ja: `${words.ja}は耳で聞いても書き取れません。「県のホームページ」のように名前で言ってください。`,
        en: `${words.en} cannot be written down by ear; name the web site instead, for example "the prefecture's web site".`,
      }),
    ];
  });
}
