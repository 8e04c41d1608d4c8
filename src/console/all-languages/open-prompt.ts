import type { Request, Response } from 'express';
import { showMessage } from '../../frame/show.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import { sourceFirst } from '../../words/source-first.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { hasPrompt, type OpenText, pathOfPrompt, textIn } from '../text/open-text.ts';

/** A prompt in all languages that have or need a text for it. The source language comes first. */
export interface OpenPrompt {
  readonly now: DraftNow;
  readonly prompt: string;
  readonly texts: readonly OpenText[];
  /** The fingerprint of the source text. */
  readonly sourceNow: string;
  /** The path below `/console`. */
  readonly path: string;
}

/**
 * Finds the prompt that the address names.
 * @returns null if there is no such prompt; an answer has been sent in that case
 */
export async function openPrompt(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  { params }: Request,
  response: Response,
): Promise<OpenPrompt | null> {
  const now = await drafts.read();
  const prompt = String(params.prompt);
  if (!hasPrompt(now, prompt)) {
    showMessage(response, 404, 'text.missing', { back: '/console/texts' });
    return null;
  }
  return promptIn(now, prompt);
}

/** A prompt of a draft. In this draft, typed words may have replaced the saved ones. */
export function promptIn(now: DraftNow, prompt: string): OpenPrompt {
  const { languages, sourceLanguage } = now.line.file;
  const has = (tag: string) =>
    (now.find(tag, prompt)?.sentences.length ?? 0) > 0 || requiredPromptsIn(now.line.file, tag).includes(prompt);
  const shown = languages.filter(({ tag }) => tag === sourceLanguage || has(tag));
  const inOrder = sourceFirst(shown, sourceLanguage, ({ tag }) => tag);
  const texts = inOrder.map((language) => textIn(now, language, prompt));
  const sourceNow = fingerprint(now.find(sourceLanguage, prompt)?.sentences ?? []);
  return { now, prompt, texts, sourceNow, path: pathOfPrompt(prompt) };
}
