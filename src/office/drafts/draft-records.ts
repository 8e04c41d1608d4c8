import type { LanguageTag } from '../../call/line.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import type { DraftLine, DraftReason, DraftText } from './draft-text.ts';

/** Texts by language and prompt, each with all its revisions. */
export interface TextStore {
  /** The newest revision of every text, in no particular order. */
  newest(): Promise<DraftText[]>;
  /** The newest revision of one text; null when there is none. */
  find(language: LanguageTag, prompt: string): Promise<DraftText | null>;
  /** The newest first. */
  history(language: LanguageTag, prompt: string): Promise<DraftText[]>;
  /** @returns false when the text has that revision already: somebody else was faster */
  add(text: DraftText): Promise<boolean>;
}

/** What all languages share, with all its revisions. */
export interface LineStore {
  /** Null until the draft has been taken over from the files. */
  newest(): Promise<DraftLine | null>;
  /** The newest first, at most so many. */
  history(limit: number): Promise<DraftLine[]>;
  /** @returns false when there is that revision already */
  add(line: DraftLine): Promise<boolean>;
}

/** Why some warnings may stay. */
export interface ReasonStore {
  list(): Promise<DraftReason[]>;
  /** Puts these in the place of all there were. */
  replace(reasons: readonly DraftReason[]): Promise<void>;
}

/** Everything that is kept about the draft, and the audit in which changes of it are written down. */
export interface DraftStores {
  readonly texts: TextStore;
  readonly lines: LineStore;
  readonly reasons: ReasonStore;
  readonly audit: AuditTrail;
}

/** The stores for single steps, and a way to take several steps as one. */
export interface DraftRecords extends DraftStores {
  /**
   * Something short that is another after every change of lines, texts or reasons, whoever made it.
   * @returns null until the draft has been taken over from the files
   */
  stamp(): Promise<string | null>;
  /** All of the work or nothing, alone. Inside, only the stores that are handed in may be used. */
  transaction<Result>(work: (stores: DraftStores) => Promise<Result>): Promise<Result>;
}
