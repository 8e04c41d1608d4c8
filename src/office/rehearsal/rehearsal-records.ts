import type { TextPlace } from '../editions/speak-text.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import type { NewProblemReport, ProblemReport, Settlement } from './problem-report.ts';
import type { RehearsedCall } from './rehearsed-call.ts';

/** What was noticed while rehearsing. Reports and settlements are added, and neither changed nor removed. */
export interface ProblemStore {
  /** @returns its number */
  add(report: NewProblemReport): Promise<number>;
  /** @returns false for one that does not exist, or was settled before */
  settle(number: number, settlement: Settlement): Promise<boolean>;
  find(number: number): Promise<ProblemReport | null>;
  /** Open ones first, then those settled; the latest first among each. */
  list(limit: number): Promise<ProblemReport[]>;
  /** The open ones about one text, the latest first. */
  openAbout(place: TextPlace): Promise<ProblemReport[]>;
}

/** Calls that were kept as tests, each with all its revisions. */
export interface RehearsedCallStore {
  /** The newest revision of every call, those that were put aside included, in the order of their numbers. */
  newest(): Promise<RehearsedCall[]>;
  /** The newest revision of one; null when there is none. */
  find(number: number): Promise<RehearsedCall | null>;
  /** @returns false when it has that revision already: somebody else was faster */
  add(call: RehearsedCall): Promise<boolean>;
}

/** Everything that is kept about rehearsals. */
export interface RehearsalStores {
  readonly problems: ProblemStore;
  readonly calls: RehearsedCallStore;
  readonly audit: AuditTrail;
}

/** The stores for single steps, and a way to take several steps as one. */
export interface RehearsalRecords extends RehearsalStores {
  /** All of the work or nothing, alone. Inside, only the stores that are handed in may be used. */
  transaction<Result>(work: (stores: RehearsalStores) => Promise<Result>): Promise<Result>;
}
