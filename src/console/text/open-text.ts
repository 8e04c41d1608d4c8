import type { Request, Response } from 'express';
import { z } from 'zod';
import type { LanguageTag } from '../../call/line.ts';
import { type FormField, integer } from '../../frame/read-form.ts';
import { showMessage } from '../../frame/show.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import type { DraftText } from '../../office/drafts/draft-text.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { requiredPromptsIn } from '../../words/prompt-ids.ts';
import type { ConsoleParts } from '../console-parts.ts';

/** The text of the draft that an address names. */
export interface OpenText {
  readonly now: DraftNow;
  readonly language: LanguageTag;
  /** The language's name in its own script. */
  readonly languageName: string;
  readonly prompt: string;
  /** Null if the text was never written. */
  readonly text: DraftText | null;
  /** The source text beside a translation; null for the source text itself. */
  readonly source: readonly string[] | null;
  /** The fingerprint of the present source text. For the source text itself, it is the fingerprint of an empty text. */
  readonly sourceNow: string;
  /** The path of the text's page below `/console`. */
  readonly path: string;
}

/** The address of a text below `/console`. */
export const pathOfText = (language: LanguageTag, prompt: string): string =>
  `/texts/${language}/${encodeURIComponent(prompt)}`;

/**
 * Whether a language has or needs a text of a prompt. Only the source language needs the whisper, because agents hear
 * it in that language.
 */
export const hasOrNeeds = (
  { find, line }: Pick<DraftNow, 'find' | 'line'>,
  tag: LanguageTag,
  prompt: string,
): boolean => (find(tag, prompt)?.sentences.length ?? 0) > 0 || requiredPromptsIn(line.file, tag).includes(prompt);

/** The address, below `/console`, of the page that shows a prompt in all languages. */
export const pathOfPrompt = (prompt: string): string => `/texts/all/${encodeURIComponent(prompt)}`;

/** The address at which staff listen to a text and approve it. */
export const approvalsOf = (language: LanguageTag, prompt: string): string =>
  `/console/approvals/${language}#${encodeURIComponent(prompt)}`;

/**
 * The field with the fingerprint of the source text that the page showed. A malformed fingerprint is read as empty, and
 * the translation then counts as stale.
 */
const sourceSeen: FormField<string> = {
  schema: z.string().transform((sent) => (/^[0-9a-f]{1,64}$/.test(sent) ? sent : '')),
  refused: () => '',
};

/** The form fields with the revision of the text, and the fingerprint of the source text, that the page showed. */
export const seenFields = { basedOn: integer, sourceSeen } as const;

/**
 * Finds the text that the address names.
 * @returns null if there is no such language or prompt; in this case the answer has already been sent
 */
export async function openText(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  { params }: Request,
  response: Response,
): Promise<OpenText | null> {
  const now = await drafts.read();
  const [language, prompt] = [String(params.language), String(params.prompt)];
  const found = now.line.file.languages.find(({ tag }) => tag === language);
  if (!found || !hasPrompt(now, prompt)) {
    showMessage(response, 404, 'text.missing', { back: '/console/texts' });
    return null;
  }
  return textIn(now, found, prompt);
}

/** Whether the line needs a prompt with this id, or the draft has a text of it. */
export const hasPrompt = ({ line, texts }: DraftNow, prompt: string): boolean =>
  requiredPromptsIn(line.file, line.file.sourceLanguage).includes(prompt) ||
  texts.some((text) => text.prompt === prompt);

/** A prompt in one language of the line. */
export function textIn(
  now: DraftNow,
  { tag: language, name }: { readonly tag: LanguageTag; readonly name: string },
  prompt: string,
): OpenText {
  const { sourceLanguage } = now.line.file;
  const source = language === sourceLanguage ? null : (now.find(sourceLanguage, prompt)?.sentences ?? []);
  return {
    now,
    language,
    languageName: name,
    prompt,
    text: now.find(language, prompt),
    source,
    sourceNow: fingerprint(source ?? []),
    path: pathOfText(language, prompt),
  };
}
