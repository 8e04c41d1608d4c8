import type { TextRef } from '../../../call/step.ts';
import type { DraftStores } from '../../drafts/draft-records.ts';
import type { Verdict } from '../../drafts/text-state.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';

/** A text with a hash of its exact words and sounds. */
export interface HashedText extends TextRef {
  readonly hash: string;
}

/** A sound that was approved, with the checksum of its file. */
export interface ApprovedSound {
  readonly key: string;
  readonly sha256: string;
}

/** A decision about the exact words and sounds of one text. */
export interface NewApproval extends HashedText {
  readonly verdict: Verdict;
  /**
   * For an approval, the newest revision of the draft's text that has these words, or else the text's newest revision.
   * For a text that was sent back, the text's newest revision. 0 if the text is not stored.
   */
  readonly revision: number;
  /**
   * For an approval, the newest revision of the line with which the text sounds like this; for a text that was sent
   * back, the newest revision. 0 if there is none.
   */
  readonly lineRevision: number;
  /** Empty if the text was sent back. */
  readonly sounds: readonly ApprovedSound[];
  /** Why the text was sent back; empty if it was approved. */
  readonly comment: string;
  /** Always a person with an account. */
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Approval extends NewApproval {
  /** Later decisions have higher numbers. */
  readonly number: number;
}

/** The record that a person has started to listen to some texts, one after the other. */
interface NewListening {
  readonly texts: readonly HashedText[];
  /** The length of all texts together, in seconds. */
  readonly seconds: number;
  readonly by: AuditedPerson;
  readonly at: number;
}

export interface Listening extends NewListening {
  readonly number: number;
}

/** Decisions about texts. Entries are only added, never changed or removed. */
export interface ApprovalStore {
  /** Entries with numbers higher than this one, the earliest first. */
  since(number: number): Promise<Approval[]>;
  add(approval: NewApproval): Promise<void>;
}

/** Stores who has listened to which texts. Entries are only added, never changed or removed. */
export interface ListeningStore {
  /** @returns the number of the listening */
  begin(listening: NewListening): Promise<number>;
  find(number: number): Promise<Listening | null>;
  /**
   * Records that a person has heard a listening to its end.
   * @param seconds the time that has passed since the listening began
   * @param at milliseconds since the epoch
   */
  end(listening: Listening, seconds: number, at: number): Promise<void>;
  /** Those of the given hashes whose texts this account has heard to the end. */
  heardBy(accountId: string, hashes: readonly string[]): Promise<ReadonlySet<string>>;
}

/** The stores for approval. They include the draft's stores, which record who wrote the texts. */
export interface ApprovalStores extends DraftStores {
  readonly approvals: ApprovalStore;
  readonly listenings: ListeningStore;
}

/** The stores for single operations, and transactions for several operations. */
export interface ApprovalRecords extends ApprovalStores {
  transaction<Result>(work: (stores: ApprovalStores) => Promise<Result>): Promise<Result>;
}
