import type { LanguageTag } from '../../call/line.ts';
import type { LineFile } from '../../words/line-file.ts';
import type { Reason } from '../../words/reasons.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';

/**
 * How a revision came about. `still-right`: the source changed a little, and somebody says the translation holds. `reviewed`:
 * the same words, which a native reader has gone through; the reason is the reader's name.
 */
export const textActs = ['imported', 'edited', 'still-right', 'restored', 'reviewed'] as const;
export type TextAct = (typeof textActs)[number];

/** One revision of one prompt in one language. Revisions are added and never changed. */
export interface DraftText {
  readonly language: LanguageTag;
  readonly prompt: string;
  /** 1 for the first. */
  readonly revision: number;
  /** Empty where nothing has been written yet, or a prompt was emptied. */
  readonly sentences: readonly string[];
  /** Of the source text it was made from; null in the source language. */
  readonly sourceFingerprint: string | null;
  /** Whether its author says that it may be published. */
  readonly isReady: boolean;
  /** Whether a native reader has gone through these very words. */
  readonly isReviewed: boolean;
  readonly act: TextAct;
  /** Why, where the act asks for it. */
  readonly reason: string | null;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** One revision of what all languages share. */
export interface DraftLine {
  readonly revision: number;
  readonly file: LineFile;
  readonly by: AuditedPerson;
  readonly at: number;
}

/** Why a warning may stay, and of what it speaks. */
export type DraftReason = Pick<Reason, 'rule' | 'reason' | 'places'>;
