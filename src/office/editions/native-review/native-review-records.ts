import type { LanguageTag } from '../../../call/line.ts';
import type { TextRef } from '../../../call/step.ts';
import type { DraftStores } from '../../drafts/draft-records.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';
import type { HashedText } from '../approval/approval-records.ts';

/** A request that a native reader, who has no account, reads and hears all texts of one language. */
interface NewNativeReview {
  /** SHA-256 of the secret in the link's URL; the secret itself is not stored. */
  readonly tokenHash: string;
  readonly language: LanguageTag;
  /** The reader's name, as staff typed it. */
  readonly reader: string;
  /** Who made the link. */
  readonly by: AuditedPerson;
  /** This and the times below are milliseconds since the epoch. */
  readonly madeAt: number;
  readonly validUntil: number;
  /**
   * Whether the reader answers for all texts. Otherwise, texts that an earlier reader has found right need no answer. It is
   * decided when the link is made, so that the work of a reader does not grow or shrink because of what others do.
   */
  readonly isOfEverything: boolean;
}

export interface NativeReview extends NewNativeReview {
  /** Later reviews have higher numbers. */
  readonly number: number;
  /** When the reader first said something about a text; null before. */
  readonly begunAt: number | null;
  /** When the reader said that they have read and heard all texts; null before. */
  readonly finishedAt: number | null;
  readonly revokedAt: number | null;
}

/** What a reader says about exactly these words and sounds of a text. */
interface NewJudgement extends HashedText {
  /** The number of the review. */
  readonly review: number;
  readonly isRight: boolean;
  /** Whether the reader answered for all remaining texts of a group together, and not for this text by itself. */
  readonly isForGroup: boolean;
  /** Indexes of the marked sentences, 0 for the first; empty if the text is right. */
  readonly sentences: readonly number[];
  /** Empty if the text is right. */
  readonly comment: string;
  readonly at: number;
}

export interface Judgement extends NewJudgement {
  readonly number: number;
  /** Who recorded that staff have dealt with the remark, and when; null while the remark is open. */
  readonly settled: { readonly by: AuditedPerson; readonly at: number } | null;
}

/** A judgement that a text is not right, with the reader's name. */
export interface Remark extends Judgement {
  readonly reader: string;
}

/** Stores reviews. They are kept as a record of who has read what. */
export interface NativeReviewStore {
  /** @returns the number of the review */
  add(review: NewNativeReview): Promise<number>;
  find(number: number): Promise<NativeReview | null>;
  findByHash(tokenHash: string): Promise<NativeReview | null>;
  /** The latest first. */
  list(limit: number): Promise<NativeReview[]>;
  /**
   * Records when the reader first answered.
   * @returns false if the review had begun, or was finished or revoked, before
   */
  begin(number: number, at: number): Promise<boolean>;
  /** @returns false if the review was finished or revoked before */
  finish(number: number, at: number): Promise<boolean>;
  /** @returns false if the review was finished or revoked before */
  revoke(number: number, at: number): Promise<boolean>;
}

/**
 * Stores one judgement for each text of a review. A later judgement replaces the earlier one, so that a link cannot
 * fill the database.
 */
export interface JudgementStore {
  /**
   * Replaces the review's earlier judgement of this prompt. If that was a settled remark, the new one is open again.
   */
  save(judgement: NewJudgement): Promise<void>;
  /** The judgements of some reviews, in no particular order. */
  of(reviews: readonly number[]): Promise<Judgement[]>;
  findRemark(number: number): Promise<Remark | null>;
  /** Open remarks about one text, including those about earlier words of it; the latest first. */
  openAbout(ref: TextRef, limit: number): Promise<Remark[]>;
  /** Open remarks about the texts of one language, or of all languages if null; the latest first. */
  openIn(language: LanguageTag | null, limit: number): Promise<Remark[]>;
  /** @returns false if there is no such open remark */
  settle(number: number, settled: { readonly by: AuditedPerson; readonly at: number }): Promise<boolean>;
}

/** The stores for reviews. They include the draft's stores, because finishing a review marks texts as reviewed. */
export interface NativeReviewStores extends DraftStores {
  readonly reviews: NativeReviewStore;
  readonly judgements: JudgementStore;
}

/** The stores for single operations, and transactions for several operations. */
export interface NativeReviewRecords extends NativeReviewStores {
  transaction<Result>(work: (stores: NativeReviewStores) => Promise<Result>): Promise<Result>;
}
