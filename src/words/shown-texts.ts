import type { LanguageTag } from '../call/line.ts';
import { formatFactValue } from './format-fact-value.ts';
import type { Segment } from './segment.ts';

/**
 * The text of each segment of a sentence, as people read it. If a segment ends with a full stop and the next one begins
 * with a full stop, the second is left out. This happens after "9:30 a.m." at the end of a sentence.
 */
export function shownTexts(language: LanguageTag, segments: readonly Segment[]): string[] {
  const texts = segments.map((segment) =>
    segment.kind === 'fact' ? formatFactValue(language, segment.value) : segment.text,
  );
  return texts.map((text, index) => (text.startsWith('.') && texts[index - 1]?.endsWith('.') ? text.slice(1) : text));
}
