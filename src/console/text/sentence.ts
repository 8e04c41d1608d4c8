import type { LanguageTag } from '../../call/line.ts';
import { type Html, html } from '../../frame/html.ts';
import { factValue } from '../../words/fact-file.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';
import type { LineFile } from '../../words/line-file.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import { shownTexts } from '../../words/shown-texts.ts';
import type { Sentence } from '../../words/words.ts';

/** A part of a sentence, as `sentenceView` shows it. */
export type SentencePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  /** An official term, or a term used where it is wrong. */
  | { readonly kind: 'term'; readonly text: string; readonly isMistaken: boolean }
  /** `value` is null if there is no value for the placeholder. */
  | { readonly kind: 'placeholder'; readonly name: string; readonly value: string | null };

/** Splits a sentence into parts: words, kanji with their readings, and facts as they are written in the language. */
export type PartsOf = (sentence: string) => SentencePart[];

/** The values for placeholders in one language: every fact, and the key if there is one. */
export function valuesIn(line: LineFile, language: LanguageTag, key: string | null): ReadonlyMap<string, string> {
  const facts = Object.entries(line.facts).map(([name, fact]): [string, string] => [
    name,
    formatFactValue(language, factValue(fact)),
  ]);
  return new Map(key === null ? facts : [...facts, ['key', key]]);
}

/** @param values the values that `valuesIn` returns */
export const partsWith =
  (values: ReadonlyMap<string, string>): PartsOf =>
  (sentence) =>
    parseSentence(sentence).map((part) =>
      part.kind === 'placeholder' ? { ...part, value: values.get(part.name) ?? null } : part,
    );

/** The parts of a sentence as plain text with values and without readings. */
export const plainText = (parts: readonly SentencePart[]): string =>
  parts.map((part) => (part.kind === 'placeholder' ? (part.value ?? `{{${part.name}}}`) : part.text)).join('');

/** The parts of a sentence as callers hear it, with the values of its facts. */
export const spokenParts = ({ language, segments }: Sentence): SentencePart[] =>
  shownTexts(language, segments).flatMap((text, index): SentencePart[] => {
    const segment = segments[index];
    if (segment?.kind === 'fact') return [{ kind: 'placeholder', name: segment.name, value: text }];
    return segment ? [{ ...segment, text }] : [];
  });

function partView(part: SentencePart): Html {
  switch (part.kind) {
    case 'text':
      return html`${part.text}`;
    case 'reading':
      return html`<ruby>${part.text}<rp>(</rp><rt>${part.reading}</rt><rp>)</rp></ruby>`;
    case 'term':
      return html`<mark class="term${part.isMistaken ? ' term-mistaken' : ''}">${part.text}</mark>`;
    case 'placeholder':
      return part.value === null
        ? html`<span class="place place-unknown">{{${part.name}}}</span>`
        : html`<span class="place">${part.value}</span>`;
  }
}

/** A sentence, with readings above its words and the values of its placeholders. */
export const sentenceView = (parts: readonly SentencePart[]): Html => html`${parts.map(partView)}`;

/** The sentences of a text, as a numbered list in the language of the text. */
export const previewView = (tag: LanguageTag, sentences: readonly (readonly SentencePart[])[]): Html =>
  html`<ol class="preview" lang="${tag}">
${sentences.map((parts) => html`<li>${sentenceView(parts)}</li>`)}
</ol>`;
