import type { LanguageTag } from '../../call/line.ts';
import type { Draft, LanguageWords } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { parseSentence, type TemplatePart } from '../sentence-template.ts';
import { baseLanguage } from './language-of.ts';

/** One sentence of a draft, in the forms that the rules check. */
export interface WrittenSentence {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly index: number;
  /** As it was written. */
  readonly raw: string;
  readonly parts: readonly TemplatePart[];
  /** As displayed: kanji without their readings, `placeholderMark` for each placeholder. */
  readonly surface: string;
  /** As spoken: readings instead of kanji, `placeholderMark` for each placeholder. */
  readonly spoken: string;
  /** For findings: as displayed, with the names of placeholders. */
  readonly shown: string;
}

/**
 * Unicode's object replacement character. It stands for a placeholder, so that the words on both sides stay separate.
 */
export const placeholderMark = '\uFFFC';

/** A cache of the sentences of each draft. Most rules need them, and all rules run while staff type. */
const known = new WeakMap<Draft, readonly WrittenSentence[]>();
/** A cache of the sentences of each language. Several drafts may share the words of a language. */
const parsed = new WeakMap<LanguageWords, readonly WrittenSentence[]>();

/** Every sentence of every language, in the order of the draft. Parsed sentences are cached. */
export function sentencesOf(draft: Draft): readonly WrittenSentence[] {
  const before = known.get(draft);
  if (before) return before;
  const sentences = [...draft.words].flatMap(([language, words]) => sentencesIn(language, words));
  known.set(draft, sentences);
  return sentences;
}

function sentencesIn(language: LanguageTag, words: LanguageWords): readonly WrittenSentence[] {
  const before = parsed.get(words);
  // Two languages may share the same object of words, so the language of the cached sentences is checked.
  if (before?.[0]?.language === language) return before;
  const sentences = parseSentences(language, words);
  parsed.set(words, sentences);
  return sentences;
}

const parseSentences = (language: LanguageTag, { prompts }: LanguageWords): WrittenSentence[] =>
  Object.entries(prompts).flatMap(([prompt, sentences]) =>
    sentences.map((raw, index): WrittenSentence => {
      const parts = parseSentence(raw);
      const surface = parts.map(surfaceOf).join('');
      const shown = parts.map((part) => (part.kind === 'placeholder' ? `{{${part.name}}}` : part.text)).join('');
      const spoken = parts.map((part) => (part.kind === 'reading' ? part.reading : surfaceOf(part))).join('');
      return { language, prompt, index, raw, parts, surface, spoken, shown };
    }),
  );

const surfaceOf = (part: TemplatePart): string => (part.kind === 'placeholder' ? placeholderMark : part.text);

/**
 * The texts in which phrases are looked for: the sentence as displayed and as spoken. In Japanese, spaces are removed,
 * because Easy Japanese has spaces between words.
 */
export const textsToMatch = ({ language, surface, spoken }: WrittenSentence): string[] => {
  const forms = surface === spoken ? [surface] : [surface, spoken];
  return baseLanguage(language) === 'ja' ? forms.map((form) => form.replaceAll(/\s+/gu, '')) : forms;
};

/** A finding about a sentence. */
export const findingIn = (
  { language, prompt, index: sentence }: WrittenSentence,
  rule: string,
  level: Finding['level'],
  { ja, en }: { readonly ja: string; readonly en: string },
): Finding => ({ rule, level, place: { language, prompt, sentence }, ja, en });

/** Lists words without duplicates, in the quotation marks of each language. */
export function quoteWords(words: readonly string[]): { readonly ja: string; readonly en: string } {
  const each = [...new Set(words)];
  return { ja: each.map((word) => `「${word}」`).join(''), en: each.map((word) => `"${word}"`).join(', ') };
}
