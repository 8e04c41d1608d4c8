import type { Verdict } from '../../drafts/text-state.ts';
import type { AuditedPerson } from '../../staff/audit-entry.ts';
import type { TextPlace } from '../speak-text.ts';

/** A text exactly as it sounds. */
export interface HashedText extends TextPlace {
  readonly hash: string;
}

/** What the file of a sound was when it was listened to. */
export interface ApprovedSound {
  readonly key: string;
  readonly sha256: string;
}

/** What somebody decided about the very words and sounds of one text. */
export interface NewApproval extends HashedText {
  readonly verdict: Verdict;
  /** The newest revision of the draft's text with these words; 0 when the draft was not kept yet. */
  readonly revision: number;
  /** The newest revision of the line with which it sounds like this; 0 as above. */
  readonly lineRevision: number;
  /** Empty where a text was sent back. */
  readonly sounds: readonly ApprovedSound[];
  /** Why it was sent back; empty otherwise. */
  readonly comment: string;
  /** Always somebody with an account. */
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Approval extends NewApproval {
  /** Later ones have higher numbers. */
  readonly number: number;
}

/** Somebody has begun to listen to some texts, one after the other. */
export interface NewListening {
  readonly texts: readonly HashedText[];
  /** How long all of it is. */
  readonly seconds: number;
  readonly by: AuditedPerson;
  readonly at: number;
}

export interface Listening extends NewListening {
  readonly number: number;
}
