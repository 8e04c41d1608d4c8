import type { LanguageTag } from '../../call/line.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { parseSentence } from '../sentence-template.ts';
import { type GlossaryTerm, glossary, glossaryLanguage } from './glossary.ts';

/** Matches any term. The longest terms come first, so that 個人番号 is not found inside 個人番号カード. */
const anyTerm = new RegExp(
  glossary
    .map(({ term }) => term)
    .sort((one, other) => other.length - one.length)
    .join('|'),
  'gu',
);

/** A sentence without readings and spaces; one space stands for each placeholder. */
const plain = (sentence: string): string =>
  parseSentence(sentence)
    .map((part) => (part.kind === 'placeholder' ? ' ' : part.text.replaceAll(/\s+/gu, '')))
    .join('');

/** The official terms that Japanese sentences contain. */
export const termsIn = (sentences: readonly string[]): GlossaryTerm[] => {
  const found = new Set(sentences.flatMap((sentence) => plain(sentence).match(anyTerm) ?? []));
  return glossary.filter(({ term }) => found.has(term));
};

/**
 * T-18: the source says an official term, but the translation of the same prompt does not. Callers look for exactly
 * this term on the envelope and at the counter.
 */
export function approvedTerms({ line, words }: Draft): Finding[] {
  const source = words.get(line.sourceLanguage);
  if (!source || line.sourceLanguage !== glossaryLanguage) return [];
  return Object.entries(source.prompts).flatMap(([prompt, sentences]) =>
    termsIn(sentences).flatMap(({ term, isRequired, approved }) =>
      [...words].flatMap(([language, { prompts }]): Finding[] => {
        const wanted = approved[language];
        const translated = prompts[prompt];
        if (!wanted || !translated || says(translated, wanted)) return [];
        const words = wanted.map((word) => `"${word}"`);
        return [
          {
            rule: 'T-18',
            level: isRequired ? 'error' : 'warning',
            place: { language, prompt },
            ja: `元の文の「${term}」に当たる言葉が「${prompt}」にありません。「${wanted.join('」か「')}」を使ってください。`,
            en: `"${prompt}" lacks the official term for ${term}; use ${words.join(' or ')}.`,
          },
        ];
      }),
    ),
  );
}

/** Removes spaces and capitals, so that words can be compared. */
export const comparable = (words: string): string => words.replaceAll(/\s+/gu, '').toLowerCase();

const comparableText = (sentences: readonly string[]): string => sentences.map(plain).join(' ').toLowerCase();

/** Whether sentences contain at least one of several words, regardless of capitals and spaces. */
export function says(sentences: readonly string[], wanted: readonly string[]): boolean {
  const text = comparableText(sentences);
  return wanted.some((word) => text.includes(comparable(word)));
}

/**
 * Finds the given words that sentences contain, regardless of capitals and spaces. A word inside a longer one of the
 * given words does not count: "Individual Number" is not found in "Individual Number Card", if both are given.
 * @returns the words as `comparable` writes them
 */
export function wordsSaid(sentences: readonly string[], words: readonly string[]): ReadonlySet<string> {
  if (words.length === 0) return new Set();
  const longestFirst = words.map(comparable).toSorted((one, other) => other.length - one.length);
  const any = new RegExp(longestFirst.map((each) => RegExp.escape(each)).join('|'), 'gu');
  return new Set(comparableText(sentences).match(any) ?? []);
}

/** Whether a sentence explains a term: it begins with the term and a particle such as は, and is not a request. */
const explains = (term: string, sentence: string): boolean =>
  new RegExp(`^${term}(?:は|とは|とも|も|には|に、)(?!.*ください)`, 'u').test(plain(sentence));

/**
 * T-20: an official term that needs an explanation, but no sentence of the topic explains it. Only the source language
 * is checked, because the translations have the same sentences.
 * Source: the Immigration Services Agency's guideline for Easy Japanese says to keep official terms and to explain
 * them.
 */
export function explainedTerms({ line, words }: Draft): Finding[] {
  const source = words.get(line.sourceLanguage);
  if (!source || line.sourceLanguage !== glossaryLanguage) return [];
  return line.topics.flatMap(({ id, parts }) => {
    const sentences = parts.flatMap((prompt) =>
      (source.prompts[prompt] ?? []).map((text, index) => ({ prompt, text, index })),
    );
    const unexplained = termsIn(sentences.map(({ text }) => text)).filter(
      ({ term, needsExplanation }) => needsExplanation && !sentences.some(({ text }) => explains(term, text)),
    );
    return unexplained.flatMap(({ term }): Finding[] => {
      const first = sentences.find(({ text }) => termsIn([text]).some((each) => each.term === term));
      if (!first) return [];
      return [
        {
          rule: 'T-20',
          level: 'warning',
          place: { language: line.sourceLanguage, prompt: first.prompt, sentence: first.index },
          ja: `項目「${id}」に「${term}」の説明がありません。「${term}は、…です。」という文を足してください。`,
          en: `Topic "${id}" does not explain ${term}; add a sentence that begins with it and says what it is.`,
        },
      ];
    });
  });
}

/** Whether a text is an official term. J-02 does not apply to official terms. */
export const isOfficialTerm = (text: string, language: LanguageTag): boolean =>
  language === glossaryLanguage && glossary.some(({ term }) => term === text);
