import type { Generated } from 'kysely';
import type { MomentText } from '../moment-text.ts';

/** The sound of a sentence of a published edition. */
export interface SoundRow {
  readonly key: string;
  readonly seconds: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A published edition; `content` and `manifest` are JSON. */
export interface EditionRow {
  readonly hash: string;
  readonly number: number;
  readonly content: string;
  readonly manifest: string;
  readonly comment: string;
  readonly document_number: string | null;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** An edition going live; `emergency` is JSON. */
export interface PublicationRow {
  readonly number: number;
  readonly edition: string;
  readonly kind: string;
  readonly comment: string;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
  readonly emergency: string | null;
}

/** A verdict on a text; `sounds` is a JSON array. */
export interface ApprovalRow {
  readonly number: Generated<number>;
  readonly language: string;
  readonly prompt: string;
  readonly text_hash: string;
  readonly verdict: string;
  readonly revision: number;
  readonly line_revision: number;
  readonly sounds: string;
  readonly comment: string;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** The start of a listening session; `texts` is a JSON array. */
export interface ListeningRow {
  readonly number: Generated<number>;
  readonly texts: string;
  readonly seconds: number;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** A text that was heard to its end. */
export interface ListenedRow {
  readonly listening: number;
  readonly language: string;
  readonly prompt: string;
  readonly text_hash: string;
  readonly seconds: number;
  readonly account_id: string;
  readonly at: MomentText;
}

export interface EditionTables {
  readonly sounds: SoundRow;
  readonly editions: EditionRow;
  readonly publications: PublicationRow;
  readonly approvals: ApprovalRow;
  readonly listenings: ListeningRow;
  readonly listened: ListenedRow;
}
