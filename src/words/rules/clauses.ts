import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { findingIn, sentencesOf, type WrittenSentence } from './written-sentence.ts';

const limits = { warning: 2, error: 3 } as const;

/** In Chinese, 、 only separates the items of a list. In Japanese, it separates clauses too. */
const commas = (language: string): RegExp => (language.startsWith('zh') ? /[,，]/u : /[,，、،]/u);

/** Maximum number of words in an item of a list. A clause usually has more words. */
const listItemWords = 2;

/**
 * How many commas separate clauses. A short piece between two commas is an item of a list, as in "English, Chinese,
 * Korean and Spanish", or an interjection, as in "now, please, wait". It adds no statement, so the commas beside it do
 * not count.
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
 * Whether a piece is short enough for a list, counted in characters. Counting words is not enough: in languages without
 * spaces between words, a whole clause counts as one word.
 */
const isShort = (piece = ''): boolean =>
  piece.trim().length <= (/[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u.test(piece) ? 10 : 30);

/**
 * T-03: more than two commas between clauses. Such a sentence makes more than one statement, and callers cannot retain
 * it after one hearing.
 * Source: textlint's preset for Japanese technical writing has a limit of three. The limit here is one less, because
 * callers cannot read the sentence.
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
