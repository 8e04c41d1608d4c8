import type { TextPlace } from '../editions/speak-text.ts';
import type { AuditedPerson } from '../staff/audit-entry.ts';

/** What somebody noticed about a text while listening to it. */
export interface NewProblemReport extends TextPlace {
  /** Seconds of the sound at which it was noticed; null where it is about the words alone. */
  readonly second: number | null;
  readonly comment: string;
  /** The address, below `/console`, at which the same call can be heard again. */
  readonly address: string;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What became of it. */
export interface Settlement {
  readonly comment: string;
  readonly by: AuditedPerson;
  readonly at: number;
}

export interface ProblemReport extends NewProblemReport {
  /** Later ones have higher numbers. */
  readonly number: number;
  /** Null while it is open. */
  readonly settled: Settlement | null;
}
