import type { Generated } from 'kysely';
import type { MomentText } from '../moment-text.ts';
import type { Signed } from '../signed.ts';

/**
 * The sound of one sentence. The sentence belongs to an edition that was prepared for publication, or to a text to
 * which an approver began to listen.
 */
interface SoundRow {
  /** The name of the file in the audio cache, without `.wav`. */
  readonly key: string;
  /** The length of the sound. */
  readonly seconds: number;
  /** The SHA-256 of `bytes`, in hexadecimal. */
  readonly sha256: string;
  /** The whole sound file. */
  readonly bytes: Uint8Array;
}

/** A published edition. */
export interface EditionRow extends Signed {
  /** SHA-256 of the content of the edition, in hexadecimal. */
  readonly hash: string;
  /** 1 for the first edition. */
  readonly number: number;
  /** JSON of an `EditionContent`. */
  readonly content: string;
  /** JSON of a `Manifest`: the sounds and narrations of the edition. */
  readonly manifest: string;
  readonly comment: string;
  readonly document_number: string | null;
}

/** The record that an edition went live. */
export interface PublicationRow extends Signed {
  /** Counts upwards. After a backup has been restored, numbers that went live after the backup are not used again. */
  readonly number: number;
  /** The hash of the edition. */
  readonly edition: string;
  /** `published` or `rolled-back`. */
  readonly kind: string;
  readonly comment: string;
  /** JSON of an `Emergency`; null for an ordinary publication. */
  readonly emergency: string | null;
}

/** A verdict on a text. */
interface ApprovalRow {
  readonly number: Generated<number>;
  readonly language: string;
  readonly prompt: string;
  /** The hash of the words and sounds that were judged. */
  readonly text_hash: string;
  /** `approved` or `sent-back`. */
  readonly verdict: string;
  /** The revision of the text to which the verdict belongs, as `NewApproval` explains; 0 if the text is not stored. */
  readonly revision: number;
  /** The revision of the line to which the verdict belongs, as `NewApproval` explains; 0 if there is none. */
  readonly line_revision: number;
  /** JSON: a list with the key and the SHA-256 of each sound that was approved; empty if the text was sent back. */
  readonly sounds: string;
  /** Why the text was sent back; empty if it was approved. */
  readonly comment: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** Somebody has started to listen to some texts, one after the other. */
interface ListeningRow {
  readonly number: Generated<number>;
  /** JSON: language, prompt and hash of each text. */
  readonly texts: string;
  /** The length of the sounds of all texts together. */
  readonly seconds: number;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** A text in a listening session that was heard to its end. */
interface ListenedRow {
  /** The number of the listening session. */
  readonly listening: number;
  readonly language: string;
  readonly prompt: string;
  readonly text_hash: string;
  /** The seconds that passed from the start of the listening session to its end. */
  readonly seconds: number;
  readonly account_id: string;
  readonly at: MomentText;
}

/** A publication that was scheduled. */
export interface ScheduleRow extends Signed {
  readonly number: Generated<number>;
  /** The hash of the edition that is to go live. */
  readonly edition: string;
  /** The number that the edition will have. */
  readonly edition_number: number;
  readonly publish_at: MomentText;
  /** The number of the publication that was live when this publication was scheduled. */
  readonly based_on: number;
  /** JSON of an `EditionContent`. */
  readonly content: string;
  /** JSON: the draft's reasons for accepted warnings. */
  readonly reasons: string;
  readonly comment: string;
  /** The number of the decision document; empty if there is none. */
  readonly document_number: string;
  readonly warnings_reason: string;
  /** JSON: for each language with texts that no native reader has read, why this language may go live anyway. */
  readonly unread_reasons: string;
  /** JSON of an `Emergency`; null unless the publication was scheduled without complete approval. */
  readonly emergency: string | null;
}

/** An event of a scheduled publication: it ended, or somebody has recorded that they read why it failed. */
export interface ScheduleEventRow extends Signed {
  /** The number of the scheduled publication. */
  readonly schedule: number;
  /** `ended` or `settled`. */
  readonly step: string;
  /** For `ended`, the kind of the `ScheduleEnd`; for `settled`, the word `read`. */
  readonly kind: string;
  /** JSON of a `ScheduleFailure`; null unless the publication failed. */
  readonly failure: string | null;
}

export interface EditionTables {
  readonly sounds: SoundRow;
  readonly editions: EditionRow;
  readonly publications: PublicationRow;
  readonly approvals: ApprovalRow;
  readonly listenings: ListeningRow;
  readonly listened: ListenedRow;
  readonly schedules: ScheduleRow;
  readonly schedule_events: ScheduleEventRow;
}
