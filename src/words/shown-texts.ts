import type { LanguageTag } from '../call/line.ts';
import { formatFactValue } from './format-fact-value.ts';
import type { Segment } from './segment.ts';

/** The text of each segment of a sentence, as people read it. */
export const shownTexts = (language: LanguageTag, segments: readonly Segment[]): string[] =>
  withoutSecondStop(
    segments.map((segment) => (segment.kind === 'fact' ? formatFactValue(language, segment.value) : segment.text)),
  );

/**
 * The texts of one sentence without doubled full stops. If a text ends with a full stop and the next one begins with a
 * full stop, the second stop is left out. This happens when "9:30 a.m." is at the end of a sentence.
 */
export const withoutSecondStop = (texts: readonly string[]): string[] =>
  texts.map((text, index) => (text.startsWith('.') && texts[index - 1]?.endsWith('.') ? text.slice(1) : text));
