import type { Generated } from 'kysely';
import type { MomentText } from './moment-text.ts';
import type { RehearsalTables } from './rehearsals/rehearsal-tables.ts';

/** 1 for yes, 0 for no. */
export type Flag = 0 | 1;

/** An account's row. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly display: string;
  readonly role: string;
  readonly password: string | null;
  readonly is_active: Flag;
  readonly created_at: MomentText;
}

/** A session's row. */
export interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  readonly token_hash: string;
  readonly began_at: MomentText;
  readonly used_at: MomentText;
  readonly browser: string;
}

/** A sign-in link's row. */
export interface LinkRow {
  readonly token_hash: string;
  readonly account_id: string;
  readonly made_at: MomentText;
  readonly valid_until: MomentText;
  readonly used_at: MomentText | null;
}

/** A sign-in attempt's row. */
export interface AttemptRow {
  readonly id: string;
  readonly account_key: string;
  readonly address_key: string;
  readonly at: MomentText;
}

/** An audit entry's row; `about` is a JSON object. */
export interface AuditRow {
  readonly number: Generated<number>;
  readonly at: MomentText;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly act: string;
  readonly about: string;
}

/** A revision of a text; `sentences` is a JSON array. */
export interface DraftTextRow {
  readonly language: string;
  readonly prompt: string;
  readonly revision: number;
  readonly sentences: string;
  readonly source_fingerprint: string | null;
  readonly is_ready: Flag;
  readonly is_reviewed: Flag;
  readonly act: string;
  readonly reason: string | null;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** A revision of the line; `file` is JSON. */
export interface DraftLineRow {
  readonly revision: number;
  readonly file: string;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** Why a warning may stay; `places` is a JSON array. */
export interface DraftReasonRow {
  readonly number: number;
  readonly file: string;
  readonly places: string;
  readonly rule: string;
  readonly reason: string;
}

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

/** A moment at which an edition went live; `emergency` is JSON. */
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

/** What was decided about a text; `sounds` is a JSON array. */
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

/** Somebody began to listen; `texts` is a JSON array. */
export interface ListeningRow {
  readonly number: Generated<number>;
  readonly texts: string;
  readonly seconds: number;
  readonly account_id: string;
  readonly account_name: string;
  readonly at: MomentText;
}

/** Somebody has heard a text to its end. */
export interface ListenedRow {
  readonly listening: number;
  readonly language: string;
  readonly prompt: string;
  readonly text_hash: string;
  readonly seconds: number;
  readonly account_id: string;
  readonly at: MomentText;
}

/** Something worth remembering. */
export interface MemoRow {
  readonly name: string;
  readonly text: string;
}

/** Every table. */
export interface Schema extends RehearsalTables {
  readonly accounts: AccountRow;
  readonly sessions: SessionRow;
  readonly sign_in_links: LinkRow;
  readonly sign_in_attempts: AttemptRow;
  readonly audit: AuditRow;
  readonly draft_texts: DraftTextRow;
  readonly draft_lines: DraftLineRow;
  readonly draft_reasons: DraftReasonRow;
  readonly sounds: SoundRow;
  readonly editions: EditionRow;
  readonly publications: PublicationRow;
  readonly approvals: ApprovalRow;
  readonly listenings: ListeningRow;
  readonly listened: ListenedRow;
  readonly memos: MemoRow;
}
