import type { Flag } from '../column-types.ts';
import type { Signed } from '../signed.ts';

/** A revision of a text. */
export interface DraftTextRow extends Signed {
  readonly language: string;
  readonly prompt: string;
  readonly revision: number;
  /** A JSON array of sentences. The array is empty if nothing has been written yet, or if the text was emptied. */
  readonly sentences: string;
  /** The fingerprint of the source text from which the text was translated; null in the source language. */
  readonly source_fingerprint: string | null;
  /** Whether the text counts as ready to be published, because its author marked it so or because it was imported. */
  readonly is_ready: Flag;
  /** Whether a native reader has reviewed these words. */
  readonly is_reviewed: Flag;
  /** How the revision came about: a `TextAct`. */
  readonly act: string;
  /** Why a translation is still right, who reviewed the text, or a translator's comment on an import; null for none. */
  readonly reason: string | null;
}

/** A revision of the line. */
export interface DraftLineRow extends Signed {
  readonly revision: number;
  /** JSON of a `LineFile`. */
  readonly file: string;
}

/** The reason for accepting a warning. */
interface DraftReasonRow {
  /** The position of the reason in the list of reasons, from 1. */
  readonly number: number;
  /** `line.yaml`, or `<language>.yaml`. */
  readonly file: string;
  /** JSON: what the reason refers to in that file, as `reason-store.ts` writes it. */
  readonly places: string;
  readonly rule: string;
  readonly reason: string;
}

export interface DraftTables {
  readonly draft_texts: DraftTextRow;
  readonly draft_lines: DraftLineRow;
  readonly draft_reasons: DraftReasonRow;
}
