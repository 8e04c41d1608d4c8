import type { Generated } from 'kysely';
import type { MomentText } from '../moment-text.ts';

/** Who wrote a row, and when. */
interface Signed {
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** A problem reported in a rehearsal. */
interface ProblemReportRow extends Signed {
  readonly number: Generated<number>;
  readonly language: string;
  readonly prompt: string;
  /** Where in the sound of the turn it was noticed; null if it concerns only the words. */
  readonly second: number | null;
  readonly comment: string;
  /** Where the same call can be heard again, relative to `/console`. */
  readonly address: string;
}

/** How a problem was settled. */
interface ProblemSettledRow extends Signed {
  /** The number of the report. */
  readonly report: number;
  readonly comment: string;
}

/** A revision of a call kept as a test. */
export interface RehearsedCallRow extends Signed {
  /** The number of the call; its revisions share it. */
  readonly number: number;
  readonly revision: number;
  readonly title: string;
  /** It is no longer run. */
  readonly is_archived: 0 | 1;
  /** JSON of a `Situation`. */
  readonly situation: string;
  /** Its inputs, as `encodePath` writes them. */
  readonly path: string;
  /** JSON: an array with an `ExpectedTurn` for each turn. */
  readonly expected: string;
}

/** The tables of rehearsals. */
export interface RehearsalTables {
  readonly problem_reports: ProblemReportRow;
  readonly problems_settled: ProblemSettledRow;
  readonly rehearsed_calls: RehearsedCallRow;
}
