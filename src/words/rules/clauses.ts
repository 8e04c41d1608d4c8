import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { findingIn, sentencesOf, type WrittenSentence } from './written-sentence.ts';

const limits = { warning: 2, error: 3 } as const;

/** In Chinese 、 only separates the items of a list; in Japanese it separates clauses too. */
const commas = (language: string): RegExp => (language.startsWith('zh') ? /[,，]/u : /[,，、،]/u);

/** Maximum number of words in an item of a list; a clause has more. */
const listItemWords = 2;

/**
 * How many commas separate clauses. A comma beside a short piece between two commas belongs to a list, as in "English,
 * Chinese, Korean and Spanish", or to an interjection, as in "now, please, wait". Neither adds a second statement.
 */
function clauseCommas({ surface, language }: WrittenSentence): number {
  const pieces = surface.split(commas(language));
  const isItem = (index: number): boolean => {
    const isInner = index > 0 && index < pieces.length - 1;
    return isInner && (pieces[index] ?? '').trim().split(/\s+/u).length <= listItemWords && isShort(pieces[index]);
  };
  return pieces.slice(1).filter((_, index) => !isItem(index) && !isItem(index + 1)).length;
}

/**
 * Whether a piece is short enough for a list. In languages without spaces between words, a piece of one "word" may be a
 * whole clause.
 */
const isShort = (piece = ''): boolean =>
  piece.trim().length <= (/[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u.test(piece) ? 10 : 30);

/**
 * T-03: more than two commas between clauses. Such a sentence makes more than one statement, and callers cannot retain
 * it after one hearing.
 * Source: the limit of three in textlint's preset for Japanese technical writing, minus one because callers cannot read
 * the sentence.
 */
export function clauses(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    const count = clauseCommas(sentence);
    if (count <= limits.warning) return [];
    return [
      findingIn(sentence, 'T-03', count > limits.error ? 'error' : 'warning', {
        ja: `「${sentence.shown}」は読点で${count + 1}つに分かれています。一つの文に一つのことだけを書き、文を分けてください。`,
        en: `"${sentence.shown}" has ${count + 1} clauses; say one thing per sentence, and split this sentence.`,
      }),
    ];
  });
}
