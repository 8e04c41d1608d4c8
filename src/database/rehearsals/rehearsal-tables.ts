import type { Generated } from 'kysely';
import type { MomentText } from '../moment-text.ts';

/** Who wrote a row, and when. */
interface Signed {
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: MomentText;
}

/** A problem reported in a rehearsal. */
export interface ProblemReportRow extends Signed {
  readonly number: Generated<number>;
  readonly language: string;
  readonly prompt: string;
  readonly second: number | null;
  readonly comment: string;
  readonly address: string;
}

/** How a problem was settled. */
export interface ProblemSettledRow extends Signed {
  readonly report: number;
  readonly comment: string;
}

/** A revision of a call kept as a test; `situation` is a JSON object, `expected` a JSON array. */
export interface RehearsedCallRow extends Signed {
  readonly number: number;
  readonly revision: number;
  readonly title: string;
  readonly is_archived: 0 | 1;
  readonly situation: string;
  readonly path: string;
  readonly expected: string;
}

/** The tables of rehearsals. */
export interface RehearsalTables {
  readonly problem_reports: ProblemReportRow;
  readonly problems_settled: ProblemSettledRow;
  readonly rehearsed_calls: RehearsedCallRow;
}
