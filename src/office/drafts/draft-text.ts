import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { Reason } from '../../words/reasons.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';

/**
 * How a revision came about. `still-right`: the source text changed slightly and someone confirmed the translation.
 * `reviewed`: a native reader reviewed the same words; the reason is the reader's name.
 */
export const textActs = ['imported', 'edited', 'still-right', 'restored', 'reviewed'] as const;
export type TextAct = (typeof textActs)[number];

/** One revision of one prompt in one language. Revisions are added, never changed. */
export interface DraftText {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** 1 for the first revision. */
  readonly revision: number;
  /** Empty if the text has no words yet, or was emptied. */
  readonly sentences: readonly string[];
  /** Fingerprint of the source text from which the text was translated; null in the source language. */
  readonly sourceFingerprint: string | null;
  /** Whether the text counts as ready to be published: marked so by its author, or imported. */
  readonly isReady: boolean;
  /** Whether a native reader has reviewed exactly these words. */
  readonly isReviewed: boolean;
  readonly act: TextAct;
  /**
   * Why a translation is still right, who reviewed the text, or a translator's comment on an imported text; null for
   * none.
   */
  readonly reason: string | null;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One revision of the line, which all languages share. */
export interface DraftLine {
  readonly revision: number;
  readonly file: LineFile;
  readonly by: AuditedPerson;
  readonly at: number;
}

/** Why a warning is accepted, and the places to which the reason applies. */
export type DraftReason = Pick<Reason, 'rule' | 'reason' | 'places'>;

/** A unique key of a text, the same for all its revisions. Tags and ids contain no spaces. */
export const textRefKey = ({ language, prompt }: Pick<DraftText, 'language' | 'prompt'>): string =>
  `${language} ${prompt}`;
