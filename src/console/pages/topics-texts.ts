import type { Response } from 'express';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { textLimits, tidySentences } from '../../office/drafts/tidy-sentences.ts';
import { actorOf } from '../../office/staff/desk/actor.ts';
import { placesIn } from '../../words/sentence-template.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Translate } from '../texts/texts.ts';
import { memberOf } from '../visit.ts';

/** How the place of a key is written. */
export const keyPlace = '{{key}}';

/** Why the text of a menu cannot be taken; null when it can. */
export function menuError(text: string, existing: readonly string[], t: Translate): string | null {
  const wrong = textError(text, existing, 'menu', t);
  if (wrong !== null || existing.length > 0) return wrong;
  const keys = tidySentences(text)
    .sentences.flatMap(placesIn)
    .filter((place) => place === 'key');
  return keys.length === 1 ? null : t('topics.wrong.menu-key', { place: keyPlace });
}

/**
 * Why sentences cannot be taken; null when they can. Words of that name that were there before are used as they are: whoever
 * wants others changes them where their history is.
 * @param existing the words that were there before
 * @param what what is missing when there are none
 */
export function textError(
  text: string,
  existing: readonly string[],
  what: 'menu' | 'text',
  t: Translate,
): string | null {
  const { sentences, untidy } = tidySentences(text);
  const [why] = untidy;
  if (why !== undefined) return t(`text.untidy.${why}`, textLimits);
  if (existing.length > 0) return sentences.length === 0 ? null : t('topics.wrong.exists');
  return sentences.length === 0 ? t(`topics.wrong.${what}`) : null;
}

/** The words of the source language that a new topic or part would find there already. */
export const existingText = ({ line, find }: DraftNow, prompt: string): readonly string[] =>
  find(line.file.sourceLanguage, prompt)?.sentences ?? [];

/** Why a text cannot have a name; null when it can. */
export function partError(part: string, taken: readonly string[], t: Translate): string | null {
  if (!/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(part)) return t('topics.wrong.part');
  if (/^(topic|destination)\./.test(part)) return t('topics.wrong.part-reserved');
  return taken.includes(part) ? t('topics.wrong.part-taken') : null;
}

/** Writes a new text in the source language, as a draft; without words it leaves those that are there. */
export async function writeDraft(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  response: Response,
  now: DraftNow,
  prompt: string,
  text: string,
): Promise<void> {
  if (text.trim() === '') return;
  const language = now.line.file.sourceLanguage;
  const basedOn = now.find(language, prompt)?.revision ?? 0;
  const form = { language, prompt, basedOn, sourceSeen: '', text, isReady: false };
  await drafts.saveText(actorOf(memberOf(response).member), form);
}
