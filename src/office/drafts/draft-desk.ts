import type { LanguageTag } from '../../call/line.ts';
import type { Draft } from '../../words/draft.ts';
import { placeKey } from '../../words/place.ts';
import type { Actor } from '../staff/desk/actor.ts';
import type { DraftContent } from './draft-content.ts';
import type { DraftRecords, DraftStores } from './draft-records.ts';
import { type DraftLine, type DraftReason, type DraftText, textRefKey } from './draft-text.ts';
import { type ImportedText, type ImportTextsResult, importTexts } from './import-texts.ts';
import type { ImportedName } from './leaflet-names.ts';
import { type LineForm, type SaveLineResult, saveLine } from './save-line.ts';
import {
  confirmText,
  restoreText,
  type SaveTextResult,
  type Saving,
  saveText,
  type TextChosen,
  type TextForm,
} from './save-text.ts';
import { type SaveTextsResult, saveTexts, type TextsForm } from './save-texts.ts';
import { type DeleteTextsResult, deleteUnused, toHeardDraft } from './unused-texts.ts';

/** A snapshot of the draft. */
export interface DraftNow extends DraftContent {
  /** Whether the draft is in the database. False as long as the files of the prompts folder are the draft. */
  readonly isKept: boolean;
  /** The draft on which checks and editions work. It leaves out texts that no part of the line uses. */
  readonly draft: Draft;
  /** The newest revision of a text; null if the text was never written. */
  find(language: LanguageTag, prompt: string): DraftText | null;
}

/** Reads and changes the draft. User errors are results with a `kind`. */
export interface DraftDesk {
  /**
   * The whole draft. Returns the same object until the draft changes, so that results derived from it can be cached.
   * @throws PromptsError if the files are still the draft and cannot be read
   */
  read(): Promise<DraftNow>;
  saveText(actor: Actor, form: TextForm): Promise<SaveTextResult>;
  /** Saves one prompt in many languages: either all changed texts or none. */
  saveTexts(actor: Actor, form: TextsForm): Promise<SaveTextsResult>;
  /** Confirms that a translation is still right after a minor change of the source text. */
  confirmText(actor: Actor, form: TextChosen, reason: string): Promise<SaveTextResult>;
  /**
   * Restores an earlier revision as the newest one.
   * @param mayBeReady false if the restored words could not be published; the text is then restored as unfinished
   */
  restoreText(actor: Actor, form: TextChosen, revision: number, mayBeReady?: boolean): Promise<SaveTextResult>;
  /** The revisions of a text, newest first; empty as long as the files are the draft. */
  history(language: LanguageTag, prompt: string): Promise<DraftText[]>;
  /** All revisions written after `since` and up to `until`, both in milliseconds since the epoch. */
  writtenBetween(since: number, until: number): Promise<DraftText[]>;
  /** Saves texts and names on leaflets that were translated outside the console: either all of them or none. */
  importTexts(
    actor: Actor,
    imported: readonly ImportedText[],
    names?: readonly ImportedName[],
  ): Promise<ImportTextsResult>;
  /** Empties a prompt's texts in every language if no part of the line uses the prompt. Earlier revisions are kept. */
  deleteUnused(actor: Actor, prompt: string): Promise<DeleteTextsResult>;
  saveLine(actor: Actor, form: LineForm): Promise<SaveLineResult>;
  /** Removes reasons from the stored draft. Does nothing while the files are the draft. */
  dropReasons(dropped: readonly DraftReason[]): Promise<void>;
  /** Revisions of the line, newest first. */
  lineHistory(limit: number): Promise<DraftLine[]>;
}

/**
 * Maximum number of revisions of the line, or of editions, to search for removed parts. Staff need years to make more.
 */
export const historyLimit = 500;

interface DraftDeskParts {
  readonly records: DraftRecords;
  /**
   * Reads the prompts folder, which is the draft until the first change is saved. Returns the same line object as long
   * as the files are unchanged.
   */
  readonly files: () => Promise<DraftContent>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createDraftDesk({ records, files, clock }: DraftDeskParts): DraftDesk {
  /** Whether the draft is known to be in the database. A stored draft is never removed. */
  let isStored = false;
  /**
   * Makes a change in a transaction. The first change also stores the files as first revisions. If the first change
   * changes nothing, the files are not stored either.
   */
  const change = async <Result extends { readonly kind: string }>(
    actor: Actor,
    work: (saving: Saving) => Promise<Result>,
  ): Promise<Result> => {
    isStored ||= (await records.lines.newest()) !== null;
    // The files are read before the transaction begins, because a transaction must not wait for I/O.
    const content = isStored ? null : await files();
    try {
      return await records.transaction(async (stores) => {
        const isFirst = content !== null && (await stores.lines.newest()) === null;
        if (isFirst) await saveFirstRevisions(stores, content);
        const result = await work({ stores, actor, now: clock() });
        if (isFirst && result.kind !== 'saved') throw new NothingChanged(result);
        return result;
      });
    } catch (error) {
      if (error instanceof NothingChanged) return error.result as Result;
      throw error;
    }
  };
  /** Cache of the draft, because every page reads the draft and few pages change it. */
  let known: { readonly stamp: string | null; readonly now: DraftNow } | null = null;
  const readKept = async (line: DraftLine): Promise<DraftContent> => ({
    line,
    texts: await records.texts.newest(),
    reasons: await records.reasons.list(),
  });
  return {
    async read() {
      const stamp = await records.stamp();
      if (known && stamp !== null && known.stamp === stamp) return known.now;
      const line = await records.lines.newest();
      isStored ||= line !== null;
      const content = line ? await readKept(line) : await files();
      // `files` returns the same line object as long as the files are unchanged.
      if (known && !known.now.isKept && !line && known.now.line.file === content.line.file) return known.now;
      const now = toNow(content, line !== null);
      // The draft is cached only if it did not change while it was read.
      known = (await records.stamp()) === stamp ? { stamp, now } : null;
      return now;
    },
    saveText: (actor, form) => change(actor, (saving) => saveText(saving, form)),
    saveTexts: (actor, form) => change(actor, (saving) => saveTexts(saving, form)),
    confirmText: (actor, form, reason) => change(actor, (saving) => confirmText(saving, form, reason)),
    restoreText: (actor, form, revision, mayBeReady = true) =>
      change(actor, (saving) => restoreText(saving, form, revision, mayBeReady)),
    history: (language, prompt) => records.texts.history(language, prompt),
    writtenBetween: (since, until) => records.texts.writtenBetween(since, until),
    importTexts: (actor, imported, names) => change(actor, (saving) => importTexts(saving, imported, names)),
    deleteUnused: (actor, prompt) => change(actor, (saving) => deleteUnused(saving, prompt)),
    saveLine: (actor, form) => change(actor, (saving) => saveLine(saving, form)),
    async dropReasons(dropped) {
      if (dropped.length === 0) return;
      const keys = new Set(dropped.map(keyOfReason));
      await records.transaction(async ({ reasons }) => {
        const all = await reasons.list();
        const left = all.filter((each) => !keys.has(keyOfReason(each)));
        if (left.length < all.length) await reasons.replace(left);
      });
    },
    lineHistory: (limit) => records.lines.history(limit),
  };
}

const keyOfReason = ({ rule, reason, places }: DraftReason): string =>
  JSON.stringify([rule, reason, places.map(placeKey)]);

function toNow(content: DraftContent, isKept: boolean): DraftNow {
  const byRef = new Map(content.texts.map((text) => [textRefKey(text), text]));
  return {
    ...content,
    isKept,
    draft: toHeardDraft(content.line.file, content.texts, content.reasons),
    find: (language, prompt) => byRef.get(textRefKey({ language, prompt })) ?? null,
  };
}

/** Rolls a transaction back and carries the result that explains why nothing was changed. */
class NothingChanged extends Error {
  override readonly name = 'NothingChanged';
  readonly result: unknown;

  constructor(result: unknown) {
    super('Nothing was changed.');
    this.result = result;
  }
}

/** Stores the files as the first revisions of the draft, inside the transaction of the first change. */
export async function saveFirstRevisions(stores: DraftStores, { line, texts, reasons }: DraftContent): Promise<void> {
  await stores.lines.add(line);
  for (const text of texts) await stores.texts.add(text);
  await stores.reasons.replace(reasons);
  await stores.audit.add({ at: line.at, who: line.by, act: 'draft-taken-over', about: { texts: texts.length } });
}
