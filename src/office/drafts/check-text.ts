import type { LanguageTag } from '../../call/line.ts';
import { checkDraft } from '../../words/check-draft.ts';
import type { Draft } from '../../words/draft.ts';
import type { Finding } from '../../words/finding.ts';
import type { DraftNow } from './draft-desk.ts';
import type { DraftText } from './draft-text.ts';
import { toDraft } from './to-draft.ts';
import { usesPrompt } from './unused-texts.ts';
import { unsaved } from './with-typed.ts';

/** A text to check. It is being typed, or is the text of some revision. */
interface TypedText {
  readonly language: LanguageTag;
  readonly prompt: string;
  readonly sentences: readonly string[];
}

/** A finding about one text. */
export interface TextFinding extends Finding {
  /** Index of the sentence, from 0; null for the whole text. */
  readonly sentence: number | null;
}

/**
 * Makes a small draft for checking one text: its prompt, and the other prompts of its topic, because these may explain
 * terms of the text. The small draft has words only in the source language and in the language of the text.
 */
export function draftOfText(now: DraftNow, { language, prompt, sentences }: TypedText): Draft {
  const { sourceLanguage } = now.line.file;
  const typed: DraftText = { ...unsaved, language, prompt, sentences };
  const together = new Set([
    prompt,
    ...now.line.file.topics.flatMap(({ parts }) => (parts.includes(prompt) ? parts : [])),
  ]);
  const isTyped = (text: DraftText) => text.language === language && text.prompt === prompt;
  const beside = now.texts.filter(
    (text) =>
      together.has(text.prompt) && (text.language === language || text.language === sourceLanguage) && !isTyped(text),
  );
  const isHere = ({ places }: DraftNow['reasons'][number]) =>
    places.some((place) => !('path' in place) && place.language === language && place.prompt === prompt);
  const draft = toDraft(now.line.file, [...beside, typed], now.reasons.filter(isHere));
  const words = [...draft.words].filter(([tag]) => tag === language || tag === sourceLanguage);
  return { ...draft, words: new Map(words) };
}

/**
 * Whether the checks find an error in a typed text that the line uses. False for an empty text, because an empty text
 * is reported as missing instead.
 */
export function blocksPublication(now: DraftNow, typed: TypedText): boolean {
  return typed.sentences.length > 0 && checkText(now, typed).some(({ level }) => level === 'error');
}

/**
 * The findings for one text. Only a small draft is checked (see `draftOfText`), which is fast enough while someone
 * types. Findings about the line as a whole are left out; the publish page shows them. A text that no part of the line
 * uses is not checked.
 */
export function checkText(now: DraftNow, typed: TypedText): TextFinding[] {
  if (!usesPrompt(now.line.file)(typed.prompt)) return [];
  const draft = draftOfText(now, typed);
  return checkDraft(draft).flatMap((finding): TextFinding[] => {
    const { place } = finding;
    if (!('language' in place) || place.language !== typed.language || place.prompt !== typed.prompt) return [];
    return [{ ...finding, sentence: place.sentence ?? null }];
  });
}
