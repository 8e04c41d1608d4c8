import type { AuditedPerson, AuditTrail } from '../staff/audit-entry.ts';

/** The outcome of a drill. `stopped`: staff gave the drill up, so it counts neither as right nor as wrong. */
export const drillOutcomes = ['right', 'wrong', 'stopped'] as const;
export type DrillOutcome = (typeof drillOutcomes)[number];

/** A drill that has begun: somebody goes through the steps of switching a notice on, and no caller hears anything. */
export interface DrillBegun {
  /** Later drills have higher numbers. */
  readonly number: number;
  readonly by: AuditedPerson;
  /** This and all times below are milliseconds since the epoch. */
  readonly at: number;
}

/** How a drill ended. */
export interface DrillEnd {
  readonly outcome: DrillOutcome;
  /**
   * Seconds from the beginning until somebody pressed the button that would switch a notice on; null if nobody pressed
   * it, or the time was not measured.
   */
  readonly seconds: number | null;
  /** What the notice would have said, by ids of the line; empty if nothing was chosen. */
  readonly kind: string;
  readonly places: readonly string[];
  readonly actions: readonly string[];
  /** What staff noticed during the drill; may be empty. */
  readonly comment: string;
  readonly by: AuditedPerson;
  readonly at: number;
}

/** A drill. `end` is null while the drill is in progress, and for a drill that nobody ended. */
export interface Drill extends DrillBegun {
  readonly end: DrillEnd | null;
}

/** Where drills are stored. A drill gets its end later; apart from that, drills are never changed or removed. */
export interface DrillStore {
  /** @returns the number of the drill */
  begin(drill: Omit<DrillBegun, 'number'>): Promise<number>;
  /** @returns false, without changing anything, if the drill has already ended or does not exist */
  end(number: number, end: DrillEnd): Promise<boolean>;
  /** Drills, latest first. */
  list(limit: number): Promise<Drill[]>;
  /** When the latest drill that was not stopped ended; null if there was none. */
  lastDone(): Promise<number | null>;
}

/** Where drills are stored and audited. */
export interface DrillStores {
  readonly drills: DrillStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and transactions for several operations together. */
export interface DrillRecords extends DrillStores {
  transaction<Result>(work: (stores: DrillStores) => Promise<Result>): Promise<Result>;
}
