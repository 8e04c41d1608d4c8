import type { LanguageTag } from '../../call/line.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';

/** All revisions of all texts, by language and prompt. */
export interface TextStore {
  /** The newest revision of every text, in no particular order. */
  newest(): Promise<DraftText[]>;
  /** The newest revision of one text; null if there is none. */
  find(language: LanguageTag, prompt: string): Promise<DraftText | null>;
  /** Newest first. */
  history(language: LanguageTag, prompt: string): Promise<DraftText[]>;
  /** All revisions of the texts of some prompts in some languages; of each text the newest first. */
  histories(languages: readonly LanguageTag[], prompts: readonly string[]): Promise<DraftText[]>;
  /** Revisions of all texts written after `since` and up to `until`, in milliseconds since the epoch; newest first. */
  writtenBetween(since: number, until: number): Promise<DraftText[]>;
  /** @returns false if that revision exists already: someone else was faster */
  add(text: DraftText): Promise<boolean>;
}

/** All revisions of what all languages share. */
export interface LineStore {
  /** Null until the draft has been stored from the files. */
  newest(): Promise<DraftLine | null>;
  /** Newest first. */
  history(limit: number): Promise<DraftLine[]>;
  /** @returns false if that revision exists already */
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

/** The stores for single operations, and transactions over several. */
export interface DraftRecords extends DraftStores {
  /**
   * A short value that differs after every change of lines, texts or reasons, by any process.
   * @returns null until the draft has been stored from the files
   */
  stamp(): Promise<string | null>;
  /** Runs the work atomically and exclusively. Inside, only the stores passed in may be used. */
  transaction<Result>(work: (stores: DraftStores) => Promise<Result>): Promise<Result>;
}
