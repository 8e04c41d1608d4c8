import type { LanguageTag } from '../../call/line.ts';
import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { withoutAddresses } from './addresses.ts';
import { allowedWordList, withoutAllowedWords } from './allowed-words.ts';
import { scriptOf } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf, type WrittenSentence } from './written-sentence.ts';

/**
 * Some ISO 15924 codes are not names of Unicode scripts. For these, the table has the Unicode scripts as part of a
 * character class. Voices can read Korean only in Hangul, so `Kore` does not include Chinese characters.
 */
const unicodeScripts: Readonly<Record<string, string>> = lookup({
  Jpan: '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}',
  Kore: '\\p{scx=Hang}',
  Hans: '\\p{scx=Han}',
  Hant: '\\p{scx=Han}',
});

const letters = /\p{L}/gu;
const latin = /\p{Script=Latin}/u;
const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;
const foreignRuns = (expected: RegExp, text: string): string[] =>
  (text.match(/\p{L}+/gu) ?? []).filter((run) => isForeign(expected, run));
const isForeign = (expected: RegExp, run: string): boolean =>
  (run.match(letters) ?? []).some((letter) => !expected.test(letter) && !latin.test(letter));

/**
 * A pattern for the characters of a language's script, and for characters that belong to no single script; null if the
 * script is unknown.
 */
function expectedLetters(tag: LanguageTag): RegExp | null {
  const script = scriptOf(tag);
  if (script === null) return null;
  try {
    return new RegExp(
      `[${unicodeScripts[script] ?? `\\p{scx=${script}}`}\\p{Script=Common}\\p{Script=Inherited}]`,
      'u',
    );
  } catch {
    return null;
  }
}

/**
 * T-15: letters that are neither Latin nor of the script of the language. The voice of the language cannot read them.
 * In a language that is not written in Latin letters, T-15 also finds sentences in which more than half of the letters
 * are Latin.
 * T-07: Latin letters in such a language, if they are at most half of the letters of the sentence.
 */
export function wrongLetters(draft: Draft): Finding[] {
  const expected = new Map([...draft.words.keys()].map((tag) => [tag, expectedLetters(tag)]));
  return sentencesOf(draft).flatMap((sentence) => {
    const pattern = expected.get(sentence.language);
    return pattern ? check(sentence, pattern) : [];
  });
}

function check(sentence: WrittenSentence, expected: RegExp): Finding[] {
  const text = withoutAllowedWords(withoutAddresses(sentence.surface));
  const all = text.match(letters) ?? [];
  const foreign = foreignRuns(expected, text);
  const latinLetters = expected.test('a') ? [] : all.filter((letter) => latin.test(letter));
  if (foreign.length > 0 || latinLetters.length * 2 > all.length) {
    const words = quoteWords(foreign.length > 0 ? foreign : (text.match(latinWord) ?? []));
    return [
      findingIn(sentence, 'T-15', 'error', {
        ja: `${words.ja}は「${sentence.language}」の文字ではありません。「${sentence.language}」の文に直してください。`,
        en: `${words.en} is not in the script of "${sentence.language}"; write it in "${sentence.language}".`,
      }),
    ];
  }
  if (latinLetters.length === 0) return [];
  const words = quoteWords(text.match(latinWord) ?? []);
  return [
    findingIn(sentence, 'T-07', 'error', {
      ja: `${words.ja}はローマ字のため、声が正しく読めません。この言語の文字で書いてください(そのまま使えるもの:${allowedWordList})。`,
      en: `${words.en} is in Latin letters, which the voice may misread; write it in the language's own letters (allowed: ${allowedWordList}).`,
    }),
  ];
}
