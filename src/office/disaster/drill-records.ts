import type { AuditedPerson, AuditTrail } from '../staff/audit-entry.ts';

/** What came out of a drill. `stopped`: it was given up before the button was pressed or before anybody listened. */
export const drillOutcomes = ['right', 'wrong', 'stopped'] as const;
export type DrillOutcome = (typeof drillOutcomes)[number];

/** A drill that has begun: somebody walks through what is done in a disaster, and no caller hears anything. */
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
  /** Seconds from its beginning until the button was pressed that would switch a notice on; null if it was not, or not measured. */
  readonly seconds: number | null;
  /** What would have been said: ids of the line, empty if nothing was chosen. */
  readonly kind: string;
  readonly places: readonly string[];
  readonly actions: readonly string[];
  /** What was noticed; empty for nothing. */
  readonly comment: string;
  readonly by: AuditedPerson;
  readonly at: number;
}

/** A drill; `end` is null while it is going on, and for one that was left and followed by another. */
export interface Drill extends DrillBegun {
  readonly end: DrillEnd | null;
}

/** Where drills are stored: they are added, never changed or removed. */
export interface DrillStore {
  /** @returns its number */
  begin(drill: Omit<DrillBegun, 'number'>): Promise<number>;
  /** @returns false if it has ended already, or there is none with this number; nothing is changed then */
  end(number: number, end: DrillEnd): Promise<boolean>;
  /** The latest first. */
  list(limit: number): Promise<Drill[]>;
  /** When a drill that was not stopped last ended; null for never. */
  lastDone(): Promise<number | null>;
}

/** The stores of drills. */
export interface DrillStores {
  readonly drills: DrillStore;
  readonly audit: AuditTrail;
}

/** The stores for single operations, and transactions for several at once. */
export interface DrillRecords extends DrillStores {
  transaction<Result>(work: (stores: DrillStores) => Promise<Result>): Promise<Result>;
}
