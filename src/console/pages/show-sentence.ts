import type { LanguageTag } from '../../call/line.ts';
import { factValue } from '../../words/fact-file.ts';
import type { LineFile } from '../../words/line-file.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import { showFact } from '../../words/show-fact.ts';

/** A part of a sentence as `views/parts/sentence.eta` shows it. */
export type ShownPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  /** `value` is null where nothing can be put into the place. */
  | { readonly kind: 'place'; readonly name: string; readonly value: string | null };

/** Shows sentences of one language: kanji with their readings, facts as the language writes them. */
export type ShowSentence = (sentence: string) => ShownPart[];

/** What a language has to put into places: every fact's value, and perhaps a key. */
export function valuesIn(line: LineFile, language: LanguageTag, key: string | null): ReadonlyMap<string, string> {
  const facts = Object.entries(line.facts).map(([name, fact]): [string, string] => [
    name,
    showFact(language, factValue(fact)),
  ]);
  return new Map(key === null ? facts : [...facts, ['key', key]]);
}

/** @param values as `valuesIn` finds them */
export const sentenceShower =
  (values: ReadonlyMap<string, string>): ShowSentence =>
  (sentence) =>
    parseSentence(sentence).map((part) =>
      part.kind === 'place' ? { ...part, value: values.get(part.name) ?? null } : part,
    );

/** The same in plain characters, for a line of a table. */
export const plainText = (parts: readonly ShownPart[]): string =>
  parts.map((part) => (part.kind === 'place' ? (part.value ?? `{{${part.name}}}`) : part.text)).join('');
