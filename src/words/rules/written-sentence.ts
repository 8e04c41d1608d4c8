import type { LanguageTag } from '../../call/line.ts';
import type { Draft } from '../draft.ts';
import type { Finding } from '../finding.ts';
import { parseSentence, type TemplatePart } from '../sentence-template.ts';
import { baseLanguage } from './language-of.ts';

/** One sentence of a draft, in the forms the rules look at. */
export interface WrittenSentence {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly index: number;
  /** As it was written. */
  readonly raw: string;
  readonly parts: readonly TemplatePart[];
  /** As it is read by eye: kanji without their readings, `placeMark` where a place is. */
  readonly surface: string;
  /** As it is spoken: readings instead of kanji, `placeMark` where a place is. */
  readonly spoken: string;
  /** For findings: as it is read by eye, with the names of its places. */
  readonly shown: string;
}

/** Stands where a place was, so that the words on both sides do not grow together. Unicode's own "object" sign. */
export const placeMark = '\uFFFC';

/** Every rule asks for the sentences of the draft at hand, and all of them while somebody types. */
const known = new WeakMap<Draft, readonly WrittenSentence[]>();

/** Every sentence of every language, in the order of the files; taken apart once for each draft. */
export function sentencesOf(draft: Draft): readonly WrittenSentence[] {
  const before = known.get(draft);
  if (before) return before;
  const sentences = takeApart(draft);
  known.set(draft, sentences);
  return sentences;
}

function takeApart({ words }: Draft): WrittenSentence[] {
  return [...words].flatMap(([language, { prompts }]) =>
    Object.entries(prompts).flatMap(([prompt, sentences]) =>
      sentences.map((raw, index): WrittenSentence => {
        const parts = parseSentence(raw);
        const surface = parts.map(surfaceOf).join('');
        const shown = parts.map((part) => (part.kind === 'place' ? `{{${part.name}}}` : part.text)).join('');
        const spoken = parts.map((part) => (part.kind === 'reading' ? part.reading : surfaceOf(part))).join('');
        return { language, prompt, index, raw, parts, surface, spoken, shown };
      }),
    ),
  );
}

const surfaceOf = (part: TemplatePart): string => (part.kind === 'place' ? placeMark : part.text);

/** Easy Japanese sets words apart by spaces; phrases are looked for without them. */
export const phrasesOf = ({ language, surface, spoken }: WrittenSentence): string[] => {
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

/** The words in question, each once, in the quotation marks of the two languages of a finding. */
export function named(words: readonly string[]): { readonly ja: string; readonly en: string } {
  const each = [...new Set(words)];
  return { ja: each.map((word) => `「${word}」`).join(''), en: each.map((word) => `"${word}"`).join(', ') };
}
