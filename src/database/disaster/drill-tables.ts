import type { Generated } from 'kysely';
import type { DrillOutcome } from '../../office/disaster/drill-records.ts';
import type { Signed } from '../signed.ts';

/** A drill that has begun. */
interface DrillRow extends Signed {
  readonly number: Generated<number>;
}

/** How a drill ended. */
interface DrillEndedRow extends Signed {
  /** The number of the drill. */
  readonly drill: number;
  readonly outcome: DrillOutcome;
  /**
   * Seconds from the beginning of the drill until a notice would have been on; null if nobody pressed the button, or if
   * the time was not measured.
   */
  readonly seconds: number | null;
  readonly kind: string;
  /** The ids of the places, separated by spaces. `actions` has the same format. */
  readonly places: string;
  readonly actions: string;
  readonly comment: string;
}

/** The tables of drills. */
export interface DrillTables {
  readonly drills: DrillRow;
  readonly drills_ended: DrillEndedRow;
}
