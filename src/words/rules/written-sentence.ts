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

/** Unicode's object replacement character. It replaces a placeholder, so that the words on both sides stay separate. */
export const placeholderMark = '\uFFFC';

/** The sentences of each draft. They are cached, because every rule needs them and all rules run while staff type. */
const known = new WeakMap<Draft, readonly WrittenSentence[]>();
/** The sentences of each language, which drafts with the same words share. */
const parsed = new WeakMap<LanguageWords, readonly WrittenSentence[]>();

/** Every sentence of every language, in the order of the files. The sentences of a language are parsed once. */
export function sentencesOf(draft: Draft): readonly WrittenSentence[] {
  const before = known.get(draft);
  if (before) return before;
  const sentences = [...draft.words].flatMap(([language, words]) => sentencesIn(language, words));
  known.set(draft, sentences);
  return sentences;
}

function sentencesIn(language: LanguageTag, words: LanguageWords): readonly WrittenSentence[] {
  const before = parsed.get(words);
  // Two languages of a draft may have the same words.
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
 * The texts in which to look for phrases: the sentence as displayed and as spoken. In Japanese, the spaces that Easy
 * Japanese has between words are removed.
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

/** The given words without duplicates, in the quotation marks of the two languages of a finding. */
export function quoteWords(words: readonly string[]): { readonly ja: string; readonly en: string } {
  const each = [...new Set(words)];
  return { ja: each.map((word) => `「${word}」`).join(''), en: each.map((word) => `"${word}"`).join(', ') };
}
