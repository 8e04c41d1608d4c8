import type { Flag } from '../column-types.ts';
import type { MomentText } from '../moment-text.ts';

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

/** The reason for accepting a warning; `places` is a JSON array. */
export interface DraftReasonRow {
  readonly number: number;
  readonly file: string;
  readonly places: string;
  readonly rule: string;
  readonly reason: string;
}

export interface DraftTables {
  readonly draft_texts: DraftTextRow;
  readonly draft_lines: DraftLineRow;
  readonly draft_reasons: DraftReasonRow;
}
