import type { LanguageTag } from '../../call/line.ts';
import type { TextRef } from '../../call/step.ts';
import { type Html, html } from '../../frame/html.ts';
import type { Names } from '../../naming/names.ts';
import { plainOf } from '../../naming/plain-words.ts';
import { keyOf } from '../../office/editions/speak-text.ts';
import type { Draft } from '../../words/draft.ts';
import { factValue } from '../../words/fact-file.ts';
import { formatFactValue } from '../../words/format-fact-value.ts';
import type { LineFile } from '../../words/line-file.ts';
import { momentFacts, momentPlaceholdersIn, placeholdersWithoutFact, sampleMoment } from '../../words/moment-facts.ts';
import { whisperPrompt } from '../../words/prompt-ids.ts';
import { parseSentence } from '../../words/sentence-template.ts';
import { shownTexts, withoutSecondStop } from '../../words/shown-texts.ts';
import type { Sentence } from '../../words/words.ts';

/** A part of a sentence, as `sentenceView` shows it. */
export type SentencePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  /** An official term, or a term used where it is wrong. */
  | { readonly kind: 'term'; readonly text: string; readonly isMistaken: boolean }
  /** `value` is null if there is no value for the placeholder. */
  | { readonly kind: 'placeholder'; readonly name: string; readonly value: string | null };

/** Splits a sentence into parts: words, kanji with their readings, and placeholders with their values. */
export type PartsOf = (sentence: string) => SentencePart[];

/** Finds the value of a placeholder; undefined if there is none. */
export type FindValue = (placeholder: string) => string | undefined;

/**
 * Finds the values of facts in one language, and the key if there is one. A fact is formatted only when a sentence uses
 * it, because a line has many facts and most sentences use none.
 */
export const valuesIn =
  ({ facts }: Pick<LineFile, 'facts'>, language: LanguageTag, key: string | null): FindValue =>
  (placeholder) => {
    if (key !== null && placeholder === 'key') return key;
    const fact = Object.hasOwn(facts, placeholder) ? facts[placeholder] : undefined;
    return fact && formatFactValue(language, factValue(fact));
  };

/** Finds no values: for sentences in which no placeholder has a value. */
export const noValues: FindValue = () => undefined;

/**
 * Makes a function that splits sentences.
 * @param findValue a function such as `valuesIn` returns
 * @param nameOf returns the name of a placeholder whose value differs from call to call, such as the day of a notice.
 * Returns null if the placeholder must not be used in this text
 */
export const partsWith =
  (findValue: FindValue, nameOf: (placeholder: string) => string | null): PartsOf =>
  (sentence) => {
    const parts = parseSentence(sentence).map((part): SentencePart => {
      if (part.kind !== 'placeholder') return part;
      const value = findValue(part.name);
      const name = value === undefined && placeholdersWithoutFact.has(part.name) ? nameOf(part.name) : null;
      return { ...part, value: value ?? (name === null ? null : `[${name}]`) };
    });
    const texts = withoutSecondStop(
      parts.map((part) => (part.kind === 'placeholder' ? (part.value ?? '') : part.text)),
    );
    return parts.map((part, index) => (part.kind === 'placeholder' ? part : { ...part, text: texts[index] ?? '' }));
  };

/** The placeholders that a prompt may use and whose value differs from call to call. Elsewhere they are a mistake. */
const varyingIn = (prompt: string): readonly string[] =>
  prompt === whisperPrompt ? ['language'] : momentPlaceholdersIn(prompt);

/** Makes the `nameOf` of `partsWith` for one prompt. */
export const namesOfVarying =
  (prompt: string, { fact }: Pick<Names, 'fact'>) =>
  (placeholder: string): string | null =>
    varyingIn(prompt).includes(placeholder) ? fact(placeholder) : null;

/**
 * Makes a function that splits the sentences of one text. The parts have the key of the text, the values of the line,
 * and names in place of values that differ from call to call.
 */
export const partsOfText = (draft: Pick<Draft, 'line'>, ref: TextRef, names: Pick<Names, 'fact'>): PartsOf =>
  partsWith(valuesIn(draft.line, ref.language, keyOf(draft, ref)), namesOfVarying(ref.prompt, names));

/**
 * Makes a function that splits the sentences of one text as its sound says them. In place of values that differ from
 * call to call, the parts have the same examples as the sound. Use this function for people who compare words with the
 * sound, or who do not know the names that staff use.
 */
export function partsWithExamples(draft: Pick<Draft, 'line'>, ref: TextRef): PartsOf {
  const { line } = draft;
  const moment = momentFacts(sampleMoment).map(
    ([name, value]) => [name, formatFactValue(ref.language, value)] as const,
  );
  // The sound of the whisper is the one for a caller who has chosen no language. Such a caller has heard the
  // announcers' languages, so the whisper names these.
  const heard = line.languages.filter(({ tag }) => line.announcers.includes(tag));
  const examples = new Map([...moment, ['language', heard.map(({ sourceName }) => plainOf(sourceName)).join('、')]]);
  const own = new Set(varyingIn(ref.prompt));
  const findValue = valuesIn(line, ref.language, keyOf(draft, ref));
  return partsWith(
    (name) => (own.has(name) ? (examples.get(name) ?? '') : findValue(name)),
    () => null,
  );
}

/** The parts of a sentence as plain text, without readings. A placeholder without a value is shown as `{{name}}`. */
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
