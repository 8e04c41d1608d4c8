import type { Generated } from 'kysely';
import type { Flag } from '../column-types.ts';
import type { MomentText } from '../moment-text.ts';

/** A link for a native reader without an account. */
export interface NativeReviewRow {
  readonly number: Generated<number>;
  /** SHA-256 of the secret in the link. */
  readonly token_hash: string;
  readonly language: string;
  /** The reader's name. */
  readonly reader: string;
  /** Who made the link. */
  readonly account_id: string | null;
  readonly account_name: string;
  readonly made_at: MomentText;
  readonly valid_until: MomentText;
  readonly begun_at: MomentText | null;
  readonly finished_at: MomentText | null;
  readonly revoked_at: MomentText | null;
  /** Whether the reader answers for all texts, also for those that an earlier reader has found right. */
  readonly of_everything: Generated<Flag>;
}

/** What a reader said last about a text. */
export interface JudgementRow {
  readonly number: Generated<number>;
  /** The number of the review. */
  readonly reading: number;
  readonly language: string;
  readonly prompt: string;
  /** The hash of the words and sounds that the reader judged. */
  readonly text_hash: string;
  readonly is_right: Flag;
  /** Whether the reader gave one answer for all texts of a group that had no answer yet. */
  readonly for_group: Generated<Flag>;
  /** A JSON array with the positions of the marked sentences, 0 for the first. */
  readonly sentences: string;
  readonly comment: string;
  readonly at: MomentText;
  /** Who settled the remark, and when. The columns are null while the remark is open, and if the text is right. */
  readonly settled_id: string | null;
  readonly settled_name: string | null;
  readonly settled_at: MomentText | null;
}

export interface NativeReviewTables {
  readonly readings: NativeReviewRow;
  readonly reading_judgements: JudgementRow;
}
