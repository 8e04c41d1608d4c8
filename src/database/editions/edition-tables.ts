import type { Generated } from 'kysely';
import type { MomentText } from '../moment-text.ts';

/** The sound of a sentence of a published edition, or of a text that somebody has listened to. */
interface SoundRow {
  /** The name of the file in the audio cache. */
  readonly key: string;
  /** Its length. */
  readonly seconds: number;
  /** Of `bytes`, in hexadecimal. */
  readonly sha256: string;
  /** The whole file. */
  readonly bytes: Uint8Array;
}

/** A published edition. */
export interface EditionRow {
  /** SHA-256 of its content, in hexadecimal. */
  readonly hash: string;
  /** 1 for the first edition. */
  readonly number: number;
  /** JSON of an `EditionContent`. */
  readonly content: string;
  /** JSON of a `Manifest`: its sounds and narrations. */
  readonly manifest: string;
  readonly comment: string;
  readonly document_number: string | null;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** The record that an edition went live. */
export interface PublicationRow {
  /** Counts upwards without gaps. */
  readonly number: number;
  /** The hash of the edition. */
  readonly edition: string;
  /** `published` or `rolled-back`. */
  readonly kind: string;
  readonly comment: string;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
  /** JSON of an `Emergency`; null for an ordinary publication. */
  readonly emergency: string | null;
}

/** A verdict on a text. */
interface ApprovalRow {
  readonly number: Generated<number>;
  readonly language: string;
  readonly prompt: string;
  /** Of its words and sounds, as they were judged. */
  readonly text_hash: string;
  /** `approved` or `sent-back`. */
  readonly verdict: string;
  /** The newest revision of the text with these words; 0 if the draft was not stored yet. */
  readonly revision: number;
  /** The newest revision of the line with which the text sounds like this; 0 if the draft was not stored yet. */
  readonly line_revision: number;
  /** JSON: the key and the SHA-256 of each sound; an empty list if the text was sent back. */
  readonly sounds: string;
  /** Why it was sent back; empty otherwise. */
  readonly comment: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** The start of a listening session. */
interface ListeningRow {
  readonly number: Generated<number>;
  /** JSON: language, prompt and hash of each text. */
  readonly texts: string;
  /** The length of all texts together. */
  readonly seconds: number;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** A text that was heard to its end. */
interface ListenedRow {
  /** The number of the listening session. */
  readonly listening: number;
  readonly language: string;
  readonly prompt: string;
  readonly text_hash: string;
  /** The time that passed from the start of the session to its end. */
  readonly seconds: number;
  readonly account_id: string;
  readonly at: MomentText;
}

/** A publication that was scheduled. */
export interface ScheduleRow {
  readonly number: Generated<number>;
  /** The hash of the edition that is to go live. */
  readonly edition: string;
  /** The number that the edition will have. */
  readonly edition_number: number;
  readonly publish_at: MomentText;
  /** The number of the publication that was live when it was scheduled. */
  readonly based_on: number;
  /** JSON of an `EditionContent`. */
  readonly content: string;
  /** JSON: the draft's reasons for accepted warnings. */
  readonly reasons: string;
  readonly comment: string;
  /** Empty for none. */
  readonly document_number: string;
  readonly warnings_reason: string;
  /** JSON: why languages are offered that no native reader has read, by language. */
  readonly unread_reasons: string;
  /** JSON of an `Emergency`; null unless it was scheduled without complete approval. */
  readonly emergency: string | null;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** What became of a scheduled publication: how it ended, and that somebody has read of its failure. */
export interface ScheduleEventRow {
  /** The number of the scheduled publication. */
  readonly schedule: number;
  /** `ended` or `settled`. */
  readonly step: string;
  /** How it ended, as the kind of a `ScheduleEnd`; `read` where it was settled. */
  readonly kind: string;
  /** JSON of a `ScheduleFailure`; null unless it failed. */
  readonly failure: string | null;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
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
