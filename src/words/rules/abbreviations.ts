import { lookup } from '../by-name.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { abbreviationLists } from './abbreviation-lists.ts';
import { withoutAddresses } from './addresses.ts';
import { baseLanguage, scriptOf } from './language-of.ts';
import { findingIn, quoteWords, sentencesOf, type WrittenSentence } from './written-sentence.ts';

const capitals = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{M}])/gu;

/** Abbreviations that everybody uses as ordinary words. */
const allowed: Readonly<Record<string, readonly string[]>> = lookup({
  en: ['ID', 'PIN'],
  es: ['PIN'],
  pt: ['PIN'],
});

/** Groups of one or two letters, each with a dot, in any language with Latin letters: e.g., U.S., p. ej., EE. UU. */
const dottedLetters = /(?<![\p{L}\p{M}])\p{L}{1,2}\.(?: ?\p{L}{1,2}\.)+|(?<![\p{L}\p{M}])p\. ?e[jx]\./giu;
/** A number sign in letters: nº, n.º, N°. */
const numberSign = /(?<![\p{L}\p{M}])n\.?\s?[ºª°]/giu;
/** A short word with a dot in the middle of a sentence: a small letter follows the dot. */
const dotInside = /(?<![\p{L}\p{M}.])\p{L}[\p{L}\p{M}]{0,7}\.(?= ?\p{Ll})/gu;

const inEitherCase = (pattern: string): string =>
  /^Nos/.test(pattern) ? pattern : pattern.replace(/^\p{Lu}/u, (letter) => `[${letter}${letter.toLowerCase()}]`);
const withDot = (pattern: string): string => `(?<![\\p{L}\\p{M}])(?:${pattern})\\.`;

/**
 * Patterns for the listed abbreviations, and the words to write instead. `any` matches every abbreviation of a
 * language. It is tried first, to save the time for dozens of patterns, because hardly any sentence has an
 * abbreviation.
 */
const listed = new Map(
  Object.entries(abbreviationLists).map(([language, list]) => [
    language,
    {
      any: new RegExp(withDot(list.map(([pattern]) => inEitherCase(pattern)).join('|')), 'u'),
      each: list.map(([pattern, full]) => ({ pattern: new RegExp(withDot(inEitherCase(pattern)), 'gu'), full })),
    },
  ]),
);

/**
 * T-06: an abbreviation. A voice spells it, reads it as a word or ends the sentence at its dot, and few callers know
 * it. In scripts other than Latin, T-07 finds Latin abbreviations.
 */
export function abbreviations(draft: Draft): Finding[] {
  return sentencesOf(draft).flatMap((sentence): Finding[] => {
    if (scriptOf(sentence.language) !== 'Latn') return [];
    return [...spelled(sentence), ...dotted(sentence)];
  });
}

function spelled(sentence: WrittenSentence): Finding[] {
  const known = allowed[baseLanguage(sentence.language)] ?? [];
  const found = (sentence.surface.match(capitals) ?? []).filter(
    (word) => /\p{Lu}{2}|\p{Lu}\p{N}/u.test(word) && !known.includes(word),
  );
  if (found.length === 0) return [];
  const words = quoteWords(found);
  return [
    findingIn(sentence, 'T-06', 'error', {
      ja: `${words.ja}は略語です。電話では分かりにくいので、略さずに書いてください。`,
      en: `${words.en} is an abbreviation, which few callers understand; write it in full.`,
    }),
  ];
}

function dotted(sentence: WrittenSentence): Finding[] {
  // After digits, "p.m." belongs to a time. The rules for numbers find such times.
  let text = withoutAddresses(sentence.surface).replace(/(?<=\p{N} ?)[ap]\.\s?m\./giu, ' ');
  if (!/[.ºª°]/u.test(text)) return [];
  const found = new Map<string, string | null>();
  const own = listed.get(baseLanguage(sentence.language));
  for (const { pattern, full } of own?.any.test(text) ? own.each : []) {
    for (const word of text.match(pattern) ?? []) found.set(word, full);
    text = text.replace(pattern, ' ');
  }
  for (const pattern of [dottedLetters, numberSign, dotInside]) {
    for (const word of text.match(pattern) ?? []) found.set(word, null);
    text = text.replace(pattern, ' ');
  }
  return [...found].map(([word, full]) => {
    const [ja, en] = full === null ? ['', ''] : [`(たとえば「${full}」)`, ` (for example "${full}")`];
    const hasDot = word.includes('.');
    return findingIn(sentence, 'T-06', 'error', {
      ja: `「${word}」は略語です。${hasDot ? '声は点のところで文を切ることがあります。' : ''}略さずに書いてください${ja}。`,
      en: `"${word}" is an abbreviation${hasDot ? ', at whose dot a voice may stop' : ''}; write it in full${en}.`,
    });
  });
}
