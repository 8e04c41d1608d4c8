import type { LanguageTag } from '../../call/line.ts';
import type { Draft } from '../../words/draft.ts';
import type { Actor } from '../staff/desk/actor.ts';
import type { DraftRecords, DraftStores } from './draft-records.ts';
import type { DraftLine, DraftText } from './draft-text.ts';
import { type ImportedText, type ImportTextsResult, importTexts } from './import-texts.ts';
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
import type { TakenOver } from './take-over.ts';
import { type DeleteTextsResult, deleteUnused, toHeardDraft } from './unused-texts.ts';

/** The draft at one moment. */
export interface DraftNow extends TakenOver {
  /** False as long as the files of the prompts folder are the draft. */
  readonly isKept: boolean;
  /** What checks and editions are made from: without texts that no part of the line uses. */
  readonly draft: Draft;
  /** The newest revision of a text; null when nothing was ever written. */
  find(language: LanguageTag, prompt: string): DraftText | null;
}

/** Where the texts being worked on are changed. What a person can do wrong is a result with a `kind`. */
export interface DraftDesk {
  /**
   * The whole draft; the same object as long as nothing of it has changed, so that what is worked out from it can be kept.
   * @throws PromptsError when it still consists of files and those cannot be read
   */
  read(): Promise<DraftNow>;
  saveText(actor: Actor, form: TextForm): Promise<SaveTextResult>;
  /** A minor change of the source: the translation still holds. */
  confirmText(actor: Actor, form: TextChosen, reason: string): Promise<SaveTextResult>;
  /** @param mayBeReady false where its words could not be published: they come back as a draft */
  restoreText(actor: Actor, form: TextChosen, revision: number, mayBeReady?: boolean): Promise<SaveTextResult>;
  /** The newest revision first; empty as long as the files are the draft. */
  history(language: LanguageTag, prompt: string): Promise<DraftText[]>;
  /** Keeps texts that were translated outside the console: all of them or none. */
  importTexts(actor: Actor, imported: readonly ImportedText[]): Promise<ImportTextsResult>;
  /** Deletes a text that no part of the line uses, in every language; its history stays. */
  deleteUnused(actor: Actor, prompt: string): Promise<DeleteTextsResult>;
  saveLine(actor: Actor, form: LineForm): Promise<SaveLineResult>;
  lineHistory(limit: number): Promise<DraftLine[]>;
}

export interface DraftDeskParts {
  readonly records: DraftRecords;
  /** The files of the prompts folder: the draft until the first change of it is saved. The same files give the same line. */
  readonly files: () => Promise<TakenOver>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function createDraftDesk({ records, files, clock }: DraftDeskParts): DraftDesk {
  /** The first change takes the files over, unless it comes to nothing. */
  const change = async <Result extends { readonly kind: string }>(
    actor: Actor,
    work: (saving: Saving) => Promise<Result>,
  ): Promise<Result> => {
    const isKept = (await records.lines.newest()) !== null;
    // Read before the transaction, which must wait for nothing else.
    const taken = isKept ? null : await files();
    try {
      return await records.transaction(async (stores) => {
        const takesOver = taken !== null && (await stores.lines.newest()) === null;
        if (takesOver) await keepTaken(stores, taken);
        const result = await work({ stores, actor, now: clock() });
        if (takesOver && result.kind !== 'saved') throw new CameToNothing(result);
        return result;
      });
    } catch (error) {
      if (error instanceof CameToNothing) return error.result as Result;
      throw error;
    }
  };
  /** What was read last: every page asks for the draft, and few change it. */
  let known: { readonly stamp: string | null; readonly now: DraftNow } | null = null;
  const readKept = async (line: DraftLine): Promise<TakenOver> => ({
    line,
    texts: await records.texts.newest(),
    reasons: await records.reasons.list(),
  });
  return {
    async read() {
      const stamp = await records.stamp();
      if (known && stamp !== null && known.stamp === stamp) return known.now;
      const line = await records.lines.newest();
      const taken = line ? await readKept(line) : await files();
      // Files that say the same are read as the same object.
      if (known && !known.now.isKept && !line && known.now.line.file === taken.line.file) return known.now;
      const now = toNow(taken, line !== null);
      // Somebody may have changed it while it was read.
      known = (await records.stamp()) === stamp ? { stamp, now } : null;
      return now;
    },
    saveText: (actor, form) => change(actor, (saving) => saveText(saving, form)),
    confirmText: (actor, form, reason) => change(actor, (saving) => confirmText(saving, form, reason)),
    restoreText: (actor, form, revision, mayBeReady = true) =>
      change(actor, (saving) => restoreText(saving, form, revision, mayBeReady)),
    history: (language, prompt) => records.texts.history(language, prompt),
    importTexts: (actor, imported) => change(actor, (saving) => importTexts(saving, imported)),
    deleteUnused: (actor, prompt) => change(actor, (saving) => deleteUnused(saving, prompt)),
    saveLine: (actor, form) => change(actor, (saving) => saveLine(saving, form)),
    lineHistory: (limit) => records.lines.history(limit),
  };
}

function toNow(taken: TakenOver, isKept: boolean): DraftNow {
  const byPlace = new Map(taken.texts.map((text) => [`${text.language} ${text.prompt}`, text]));
  return {
    ...taken,
    isKept,
    draft: toHeardDraft(taken.line.file, taken.texts, taken.reasons),
    find: (language, prompt) => byPlace.get(`${language} ${prompt}`) ?? null,
  };
}

/** Undoes a transaction and carries out of it why nothing was changed. */
class CameToNothing extends Error {
  override readonly name = 'CameToNothing';
  readonly result: unknown;

  constructor(result: unknown) {
    super('Nothing was changed.');
    this.result = result;
  }
}

/** Makes the files the first revisions of the draft, inside the transaction of the first change. */
export async function keepTaken(stores: DraftStores, { line, texts, reasons }: TakenOver): Promise<void> {
  await stores.lines.add(line);
  for (const text of texts) await stores.texts.add(text);
  await stores.reasons.replace(reasons);
  await stores.audit.add({ at: line.at, who: line.by, act: 'draft-taken-over', about: { texts: texts.length } });
}
