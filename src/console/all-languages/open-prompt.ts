import type { Request, Response } from 'express';
import { formLimits } from '../../frame/form.ts';
import { showMessage } from '../../frame/show.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { sourceFirst } from '../../words/source-first.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { hasOrNeeds, hasPrompt, type OpenText, pathOfPrompt, textIn } from '../text/open-text.ts';

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

/** Opens a prompt of a draft. The draft may contain typed words in place of the saved ones. */
export function promptIn(now: DraftNow, prompt: string): OpenPrompt {
  const { languages, sourceLanguage } = now.line.file;
  const shown = languages.filter(({ tag }) => tag === sourceLanguage || hasOrNeeds(now, tag, prompt));
  const inOrder = sourceFirst(shown, sourceLanguage, ({ tag }) => tag);
  const texts = inOrder.map((language) => textIn(now, language, prompt));
  const sourceNow = fingerprint(now.find(sourceLanguage, prompt)?.sentences ?? []);
  return { now, prompt, texts, sourceNow, path: pathOfPrompt(prompt) };
}

/** The share of the maximum size of a form that saved texts may fill. The remaining share is for what staff type. */
const share = 0.6;

/** How many bytes a text takes in a form. Each byte of a letter outside ASCII is sent as three bytes. */
export const bytesInForm = (text: string): number => new URLSearchParams([['', text]]).toString().length;

/**
 * Whether the texts of all languages together are too long for one form. Each text can still be edited on its own page.
 */
export const isTooLong = ({ texts }: OpenPrompt): boolean =>
  texts.reduce((sum, { text }) => sum + bytesInForm(text?.sentences.join('\n') ?? ''), 0) >
  share * formLimits.staff.bytes;
