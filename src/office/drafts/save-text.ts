import type { LanguageTag } from '../../call/line.ts';
import { fingerprint } from '../../words/fingerprint.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { may } from '../staff/role.ts';
import type { DraftStores } from './draft-records.ts';
import type { DraftText, TextAct } from './draft-text.ts';
import { type Tidied, tidySentences, type Untidy } from './tidy-sentences.ts';

/** A text, and the revision of it that the user was looking at. */
export interface TextChosen {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** The number of the revision; 0 if there was none. */
  readonly basedOn: number;
  /** Fingerprint of the source text shown beside the text; ignored in the source language. */
  readonly sourceSeen: string;
}

/** A text as submitted. */
export interface TextForm extends TextChosen {
  /** One sentence per line. */
  readonly text: string;
  readonly isReady: boolean;
}

/** The outcome of a change. */
export type SaveTextResult =
  | { readonly kind: 'saved'; readonly text: DraftText; readonly tidied: readonly Tidied[] }
  /** There is no change to save, so nothing was written. */
  | { readonly kind: 'unchanged'; readonly text: DraftText | null; readonly tidied: readonly Tidied[] }
  /** The text has been saved again since the user opened it, so nothing was written. */
  | { readonly kind: 'conflict'; readonly theirs: DraftText; readonly mine: readonly string[] }
  | { readonly kind: 'untidy'; readonly why: readonly Untidy[] }
  | { readonly kind: 'not-allowed' | 'unknown-language' | 'unknown-revision' | 'no-reason' };

/** What one change needs: the stores of its transaction, who makes the change, and when. */
export interface Saving {
  readonly stores: DraftStores;
  readonly actor: Actor;
  readonly now: number;
}

/** Saves a text as a new revision. Changed words count as translated from the source text that their author saw. */
export async function saveText(saving: Saving, form: TextForm): Promise<SaveTextResult> {
  const { sentences, tidied, untidy } = tidySentences(form.text);
  if (untidy.length > 0) return { kind: 'untidy', why: untidy };
  const chosen = await choose(saving, form, sentences);
  if ('kind' in chosen) return chosen;
  const { before, isSource } = chosen;
  const isSame = sameWords(before, sentences) && (before?.isReady ?? false) === form.isReady;
  // A text that was never written and is still empty also counts as unchanged.
  if (isSame || (before === null && sentences.length === 0)) return { kind: 'unchanged', text: before, tidied };
  return add(saving, form, before, {
    sentences,
    sourceFingerprint: isSource ? null : keptSource(before, sentences, form),
    isReady: form.isReady,
    isReviewed: (before?.isReviewed ?? false) && sameWords(before, sentences),
    act: 'edited',
    reason: null,
    tidied,
  });
}

/**
 * Records that a translation is still right although its source text has changed. Records the reason and the person,
 * too.
 */
export async function confirmText(saving: Saving, form: TextChosen, reason: string): Promise<SaveTextResult> {
  const why = reason.trim();
  if (why === '') return { kind: 'no-reason' };
  const chosen = await choose(saving, form, []);
  if ('kind' in chosen) return chosen;
  const { before, isSource } = chosen;
  if (!before || isSource || before.sourceFingerprint === form.sourceSeen) {
    return { kind: 'unchanged', text: before, tidied: [] };
  }
  const { sentences, isReady, isReviewed } = before;
  const sourceFingerprint = form.sourceSeen;
  const more = { sentences, isReady, isReviewed, sourceFingerprint, act: 'still-right', reason: why } as const;
  return add(saving, form, before, { ...more, tidied: [] });
}

/**
 * Restores an earlier revision as the newest one. The restored text is stale if the source text now differs from the
 * one on which that revision was based, and unfinished if that revision was unfinished.
 * @param mayBeReady false if the words could not be published; the text is then restored as unfinished
 */
export async function restoreText(
  saving: Saving,
  form: TextChosen,
  revision: number,
  mayBeReady: boolean,
): Promise<SaveTextResult> {
  const chosen = await choose(saving, form, []);
  if ('kind' in chosen) return chosen;
  const { before } = chosen;
  const history = await saving.stores.texts.history(form.language, form.prompt);
  const earlier = history.find((each) => each.revision === revision);
  if (!earlier) return { kind: 'unknown-revision' };
  const { sentences, sourceFingerprint, isReviewed } = earlier;
  const isReady = earlier.isReady && mayBeReady;
  const isSame =
    before?.sourceFingerprint === sourceFingerprint && before.isReady === isReady && before.isReviewed === isReviewed;
  if (isSame && sameWords(before, sentences)) return { kind: 'unchanged', text: before, tidied: [] };
  const more = { sentences, sourceFingerprint, isReady, isReviewed, act: 'restored', reason: null } as const;
  return add(saving, form, before, { ...more, tidied: [] });
}

type Chosen = { readonly before: DraftText | null; readonly isSource: boolean } | SaveTextResult;

/**
 * Returns the current text (null if it was never written), or the reason why the text cannot be changed: the person may
 * not edit, the line does not have the language, or the text has been saved again since the person opened it.
 */
async function choose({ stores, actor }: Saving, form: TextChosen, mine: readonly string[]): Promise<Chosen> {
  if (!may(actor.role, 'edit')) return { kind: 'not-allowed' };
  const line = await stores.lines.newest();
  if (!line?.file.languages.some(({ tag }) => tag === form.language)) return { kind: 'unknown-language' };
  const before = await stores.texts.find(form.language, form.prompt);
  if (before && before.revision !== form.basedOn) return { kind: 'conflict', theirs: before, mine };
  return { before, isSource: form.language === line.file.sourceLanguage };
}

/** Whether a text consists of these sentences. A text that was never written has none. */
export const sameWords = (text: DraftText | null, sentences: readonly string[]): boolean =>
  fingerprint(text?.sentences ?? []) === fingerprint(sentences);

/**
 * The fingerprint of the source text that a new revision records. Unchanged words keep the fingerprint of the previous
 * revision, if it has one. Other words get the fingerprint of the source text that was shown beside them.
 */
const keptSource = (before: DraftText | null, sentences: readonly string[], form: TextForm): string =>
  before?.sourceFingerprint && sameWords(before, sentences) ? before.sourceFingerprint : form.sourceSeen;

interface Change {
  readonly sentences: readonly string[];
  readonly sourceFingerprint: string | null;
  readonly isReady: boolean;
  readonly isReviewed: boolean;
  readonly act: TextAct;
  readonly reason: string | null;
  readonly tidied: readonly Tidied[];
}

/**
 * Adds a revision and its audit entry. Returns a conflict if somebody else has added a revision with this number first.
 */
export async function add(
  { stores, actor, now }: Saving,
  { language, prompt }: Pick<TextChosen, 'language' | 'prompt'>,
  before: DraftText | null,
  { tidied, ...change }: Change,
): Promise<SaveTextResult> {
  const by = whoIs(actor);
  const revision = (before?.revision ?? 0) + 1;
  const text: DraftText = { language, prompt, revision, ...change, by, at: now };
  if (!(await stores.texts.add(text))) {
    const theirs = await stores.texts.find(language, prompt);
    if (theirs) return { kind: 'conflict', theirs, mine: change.sentences };
  }
  const about = { language, prompt, revision, ...(change.reason !== null && { reason: change.reason }) };
  await stores.audit.add({ at: now, who: by, act: `text-${change.act}`, about });
  return { kind: 'saved', text, tidied };
}
