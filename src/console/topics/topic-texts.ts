import { type ReadForm, textArea, textLine } from '../../frame/read-form.ts';
import type { Translate } from '../../frame/translate.ts';
import type { DraftNow } from '../../office/drafts/draft-desk.ts';
import { mostCharacters, textLimits, tidySentences } from '../../office/drafts/tidy-sentences.ts';
import type { Actor } from '../../office/staff/desk/actor.ts';
import { isPartName, isWrittenAsPart, type LineFile } from '../../words/line-file.ts';
import type { StaffName } from '../../words/staff-names.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { FieldErrors } from '../line/entry-kind.ts';
import { hyphenated, makeId } from '../line/make-id.ts';

/** Maximum length of the id of a text, in characters. */
export const longestPartName = 100;

/** Maximum length of the name of a topic or of a text, in characters. */
export const longestName = 100;

/** The fields of a text that is added to a topic: its name, its id if one was typed, and its words. */
export const partFields = {
  partName: textLine(longestName),
  partNameEn: textLine(longestName),
  part: textLine(longestPartName),
  text: textArea(mostCharacters),
} as const;
export type TypedPart = ReadForm<typeof partFields>['typed'];

/** The fields of a new topic: its name, its text in the menu, and its first text, which is named after the topic. */
export const newTopicFields = {
  name: textLine(longestName),
  nameEn: textLine(longestName),
  menu: textArea(mostCharacters),
  part: partFields.part,
  text: partFields.text,
} as const;
export type NewTopic = ReadForm<typeof newTopicFields>['typed'];

/**
 * Why the typed sentences are refused; null if they are accepted. A text that already exists is used unchanged, so no
 * sentences may be typed for it. Staff can change such a text on its own page, which shows its history.
 * @param existing the sentences of the existing text; empty for a new text
 * @param what which text is reported as missing if a new text has no sentences
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

/** The sentences that a text with this id already has in the source language; empty if there is no such text. */
export const existingText = ({ line, find }: DraftNow, prompt: string): readonly string[] =>
  find(line.file.sourceLanguage, prompt)?.sentences ?? [];

/** Why an id is refused for a text; null if it is accepted. */
export function partError(part: string, taken: readonly string[], t: Translate): string | null {
  if (!isWrittenAsPart(part)) return t('topics.wrong.part');
  if (!isPartName(part)) return t('topics.wrong.part-reserved');
  return taken.includes(part) ? t('topics.wrong.part-taken') : null;
}

/**
 * Why a text cannot be added to a topic; empty if it can.
 * @param taken the ids of the texts that the topic already has
 */
export function partErrors(
  { part, text }: Pick<TypedPart, 'part' | 'text'>,
  taken: readonly string[],
  now: DraftNow,
  t: Translate,
): FieldErrors {
  const wrongPart = partError(part, taken, t);
  const wrongText = textError(text, existingText(now, part), 'text', t);
  return { ...(wrongPart && { part: wrongPart }), ...(wrongText && { text: wrongText }) };
}

/** Converts typed names to the form in which the line stores them; null if no Japanese name was typed. */
export const nameFrom = (ja: string, en: string): StaffName | null =>
  ja === '' ? null : { ja, ...(en !== '' && { en }) };

/** Writes a text in the source language, as a draft. If nothing was typed, nothing is written. */
export async function writeDraft(
  { drafts }: Pick<ConsoleParts, 'drafts'>,
  actor: Actor,
  now: DraftNow,
  prompt: string,
  text: string,
): Promise<void> {
  if (text.trim() === '') return;
  const language = now.line.file.sourceLanguage;
  const basedOn = now.find(language, prompt)?.revision ?? 0;
  const form = { language, prompt, basedOn, sourceSeen: '', text, isReady: false };
  await drafts.saveText(actor, form);
}

/** An unused id for a new text of a topic, made from the name of the text if the name is in Latin letters. */
export function freePart(
  now: DraftNow,
  { id, parts }: LineFile['topics'][number],
  { partName, partNameEn }: TypedPart,
): string {
  const isTaken = (name: string) => parts.includes(name) || now.texts.some(({ prompt }) => prompt === name);
  const made = makeId(
    [partNameEn, partName],
    hyphenated,
    (number) => `part-${number}`,
    (each) => !isTaken(`${id}.${each}`),
  );
  return `${id}.${made}`;
}
