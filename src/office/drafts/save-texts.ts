import type { LanguageTag } from '../../call/line.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { may } from '../staff/role.ts';
import type { DraftText } from './draft-text.ts';
import { add, type Saving, sameWords } from './save-text.ts';
import { type Tidied, tidySentences, type Untidy } from './tidy-sentences.ts';

/** A prompt in one language, as submitted together with the other languages. */
export interface TextOfMany {
  readonly language: LanguageTag;
  /** One sentence per line. */
  readonly text: string;
  readonly isReady: boolean;
  /** The revision that was on the page; 0 if there was none. */
  readonly basedOn: number;
  /** Whether the author confirms that these words are still right although the source text has changed. */
  readonly isStillRight: boolean;
}

/** A prompt in many languages, as submitted. */
export interface TextsForm {
  readonly prompt: string;
  /** Fingerprint of the source text that was on the page. */
  readonly sourceSeen: string;
  /** Why the confirmed translations are still right. */
  readonly reason: string;
  readonly texts: readonly TextOfMany[];
}

/** Why a text cannot be saved. */
export type TextProblem =
  /** The text has been saved again since the page was shown. */
  | { readonly kind: 'conflict'; readonly theirs: DraftText }
  | { readonly kind: 'untidy'; readonly why: readonly Untidy[] }
  | { readonly kind: 'no-reason' | 'unknown-language' };

/** The outcome for all languages. */
export type SaveTextsResult =
  | { readonly kind: 'saved'; readonly texts: readonly DraftText[]; readonly tidied: readonly Tidied[] }
  /** There is no change to save, so nothing was written. */
  | { readonly kind: 'unchanged' }
  /** At least one text cannot be saved, so nothing was written. */
  | { readonly kind: 'refused'; readonly problems: ReadonlyMap<LanguageTag, TextProblem> }
  | { readonly kind: 'not-allowed' };

/**
 * Saves the changed texts of a prompt. If one of these texts cannot be saved, none is saved, so that a source text is
 * never saved without the translations that were written for it. Texts that the user did not touch stay as they are,
 * even if someone else has changed them since the page was shown.
 *
 * If a translation is changed or confirmed together with a change of its source text, it counts as translated from the
 * new source text.
 */
export async function saveTexts(saving: Saving, form: TextsForm): Promise<SaveTextsResult> {
  const { stores, actor } = saving;
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const line = (await stores.lines.newest())?.file;
  const problems = new Map<LanguageTag, TextProblem>();
  const changes: Change[] = [];
  for (const text of form.texts) {
    const isKnown = line?.languages.some(({ tag }) => tag === text.language) ?? false;
    const judged = isKnown ? await judge(saving, form, text) : ({ kind: 'unknown-language' } as const);
    if (judged === 'untouched') continue;
    if ('kind' in judged) problems.set(text.language, judged);
    else changes.push(judged);
  }
  if (problems.size > 0) return { kind: 'refused', problems };
  const isSource = ({ language }: { readonly language: LanguageTag }) => language === line?.sourceLanguage;
  const source = changes.find(isSource);
  const sourceFingerprint = source ? fingerprint(source.sentences) : form.sourceSeen;
  const saved: DraftText[] = [];
  for (const change of changes) {
    const text = await save(saving, form, change, isSource(change) ? null : sourceFingerprint);
    if (text) saved.push(text);
  }
  if (saved.length === 0) return { kind: 'unchanged' };
  return { kind: 'saved', texts: saved, tidied: [...new Set(changes.flatMap(({ tidied }) => tidied))] };
}

interface Change {
  readonly language: LanguageTag;
  readonly before: DraftText | null;
  readonly sentences: readonly string[];
  readonly isReady: boolean;
  readonly isStillRight: boolean;
  readonly tidied: readonly Tidied[];
}

/** Decides what to save in one language: a change, or nothing because the text is untouched or has a problem. */
async function judge(
  { stores }: Saving,
  { prompt, reason }: TextsForm,
  text: TextOfMany,
): Promise<Change | TextProblem | 'untouched'> {
  const { language, basedOn, isStillRight } = text;
  const before = await stores.texts.find(language, prompt);
  const { sentences, tidied, untidy } = tidySentences(text.text);
  const isSame = (there: DraftText | null) => {
    const raw = text.text === (there?.sentences.join('\n') ?? '');
    if (!raw && (untidy.length > 0 || !sameWords(there, sentences))) return false;
    // An empty text cannot be published, so `isReady` does not matter.
    return (there?.sentences.length ?? 0) === 0 || there?.isReady === text.isReady;
  };
  if (isSame(before) && !isStillRight) return 'untouched';
  if ((before?.revision ?? 0) !== basedOn) {
    const seen = (await stores.texts.history(language, prompt)).find(({ revision }) => revision === basedOn) ?? null;
    if (isSame(seen) && !isStillRight) return 'untouched';
    if (before) return { kind: 'conflict', theirs: before };
  }
  if (untidy.length > 0) return { kind: 'untidy', why: untidy };
  if (isStillRight && reason.trim() === '') return { kind: 'no-reason' };
  return { language, before, sentences, isReady: text.isReady, isStillRight, tidied };
}

/**
 * Saves one change.
 * @param source fingerprint of the source text; null if the change is in the source language
 * @returns null if there is nothing to change
 */
async function save(
  saving: Saving,
  { prompt, reason }: TextsForm,
  { language, before, sentences, isReady, isStillRight, tidied }: Change,
  source: string | null,
): Promise<DraftText | null> {
  const hasNewWords = !sameWords(before, sentences);
  const confirmed =
    isStillRight && !hasNewWords && source !== null && before !== null && before.sourceFingerprint !== source;
  if (!hasNewWords && !confirmed && (before === null || before.isReady === isReady)) return null;
  const kept = hasNewWords || confirmed ? source : (before?.sourceFingerprint ?? source);
  const result = await add(saving, { language, prompt }, before, {
    sentences,
    sourceFingerprint: source === null ? null : kept,
    isReady,
    isReviewed: !hasNewWords && (before?.isReviewed ?? false),
    act: confirmed ? 'still-right' : 'edited',
    reason: confirmed ? reason.trim() : null,
    tidied,
  });
  // No one else can write during the transaction. If a store still refuses a text, an error is thrown, so that no words
  // are lost silently.
  if (result.kind !== 'saved') throw new Error(`"${language} ${prompt}" changed inside a transaction.`);
  return result.text;
}
