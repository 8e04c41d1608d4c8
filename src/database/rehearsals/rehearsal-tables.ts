import type { Generated } from 'kysely';
import type { Signed } from '../signed.ts';

/** A problem that was reported in a rehearsal. */
interface ProblemReportRow extends Signed {
  readonly number: Generated<number>;
  readonly language: string;
  readonly prompt: string;
  /**
   * The position in the sound of the turn at which the problem was noticed, in seconds. Null if the person who reported
   * it gave no position, as the form asks for a problem that is only about the words.
   */
  readonly second: number | null;
  readonly comment: string;
  /** The address, relative to `/console`, at which the same call can be heard again. */
  readonly address: string;
}

/** How a problem was settled. */
interface ProblemSettledRow extends Signed {
  /** The number of the report. */
  readonly report: number;
  readonly comment: string;
}

/** A revision of a call that is kept as a test. */
export interface RehearsedCallRow extends Signed {
  /** The number of the call; its revisions share it. */
  readonly number: number;
  readonly revision: number;
  readonly title: string;
  /** Whether the call is archived and no longer run as a test. */
  readonly is_archived: 0 | 1;
  /** JSON of a `Situation`. */
  readonly situation: string;
  /** The inputs of the call, as `encodePath` writes them. */
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
