import type { TextRef } from '../../call/step.ts';
import type { AuditedPerson, AuditTrail } from '../staff/audit-entry.ts';
import type { RehearsedCall } from './rehearsed-call.ts';

/** A problem that a user noticed in a text while listening to it. */
export interface NewProblemReport extends TextRef {
  /**
   * The position in the sound at which the problem was noticed, in seconds; null if the problem concerns only the
   * words.
   */
  readonly second: number | null;
  readonly comment: string;
  /** The address, relative to `/console`, at which the same call can be heard again. */
  readonly address: string;
  readonly by: AuditedPerson;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** How a problem was settled. */
interface Settlement {
  readonly comment: string;
  readonly by: AuditedPerson;
  readonly at: number;
}

export interface ProblemReport extends NewProblemReport {
  /** Later reports have higher numbers. */
  readonly number: number;
  /** Null while the report is open. */
  readonly settled: Settlement | null;
}

/** Stores problems noticed while rehearsing. Reports and settlements are only added, never changed or removed. */
export interface ProblemStore {
  /** @returns the number of the report */
  add(report: NewProblemReport): Promise<number>;
  /** @returns false if the report does not exist, or is already settled */
  settle(number: number, settlement: Settlement): Promise<boolean>;
  find(number: number): Promise<ProblemReport | null>;
  /** Open reports first, then settled ones; within each group the latest first. */
  list(limit: number): Promise<ProblemReport[]>;
  /** The number of open reports. */
  openCount(): Promise<number>;
  /** The latest open reports about one text, at most fifty; the latest first. */
  openAbout(ref: TextRef): Promise<ProblemReport[]>;
}

/** Stores test calls, each with all its revisions. */
export interface RehearsedCallStore {
  /** The newest revision of every call, including archived ones, in order of their numbers. */
  newest(): Promise<RehearsedCall[]>;
  /** The newest revision of one call; null if it does not exist. */
  find(number: number): Promise<RehearsedCall | null>;
  /** @returns false if that revision already exists, because of a concurrent change */
  add(call: RehearsedCall): Promise<boolean>;
}

/** Everything that is stored about rehearsals. */
export interface RehearsalStores {
  readonly problems: ProblemStore;
  readonly calls: RehearsedCallStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and transactions for several operations together. */
export interface RehearsalRecords extends RehearsalStores {
  /** Runs the work as one isolated transaction. Inside, only the stores passed to it may be used. */
  transaction<Result>(work: (stores: RehearsalStores) => Promise<Result>): Promise<Result>;
}
