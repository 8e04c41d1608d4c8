import type { LanguageTag } from '../../call/line.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';

/** All revisions of all texts, by language and prompt. */
export interface TextStore {
  /** The newest revision of every text, in no particular order. */
  newest(): Promise<DraftText[]>;
  /** The newest revision of one text; null if there is none. */
  find(language: LanguageTag, prompt: string): Promise<DraftText | null>;
  /** The revisions of one text, newest first. */
  history(language: LanguageTag, prompt: string): Promise<DraftText[]>;
  /** All revisions of some prompts in some languages. The revisions of each text come newest first. */
  histories(languages: readonly LanguageTag[], prompts: readonly string[]): Promise<DraftText[]>;
  /** Revisions of all texts written after `since` and up to `until`, in milliseconds since the epoch; newest first. */
  writtenBetween(since: number, until: number): Promise<DraftText[]>;
  /** @returns false if the text already has a revision with this number, because someone else saved it first */
  add(text: DraftText): Promise<boolean>;
}

/** All revisions of the line, which all languages share. */
export interface LineStore {
  /** The newest revision; null until the files have been stored as the draft. */
  newest(): Promise<DraftLine | null>;
  /** Revisions, newest first. */
  history(limit: number): Promise<DraftLine[]>;
  /** @returns false if the line already has a revision with this number */
  add(line: DraftLine): Promise<boolean>;
}

/** Reasons for accepting warnings. */
export interface ReasonStore {
  list(): Promise<DraftReason[]>;
  /** Replaces all reasons. */
  replace(reasons: readonly DraftReason[]): Promise<void>;
}

/** Everything stored about the draft, and the audit of its changes. */
export interface DraftStores {
  readonly texts: TextStore;
  readonly lines: LineStore;
  readonly reasons: ReasonStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and transactions for several operations together. */
export interface DraftRecords extends DraftStores {
  /**
   * A short value that changes with every change of the line, the texts or the reasons, including changes by other
   * processes.
   * @returns null until the files have been stored as the draft
   */
  stamp(): Promise<string | null>;
  /** Runs the work atomically and exclusively. The work may use only the stores passed to it. */
  transaction<Result>(work: (stores: DraftStores) => Promise<Result>): Promise<Result>;
}
