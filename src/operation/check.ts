import type { Bilingual } from '../common/bilingual.ts';

/**
 * - `ok`: as it should be.
 * - `warn`: callers are answered, but something is worse than it could be.
 * - `fail`: calls are, or will be, answered wrongly or not at all.
 * - `skip`: this could not be looked at; `mend` says how to look at it.
 */
export type CheckState = 'ok' | 'warn' | 'fail' | 'skip';

/** One line of the report on a line that is to go live, or is live. */
export interface Check {
  /** What was looked at, in letters, digits and hyphens: `number-voice-address`. */
  readonly id: string;
  readonly state: CheckState;
  readonly about: Bilingual;
  /** What should be there, as it would be written; absent where there is nothing to compare. */
  readonly expected?: string;
  /** What is there. */
  readonly found?: string;
  /** A program must not put it right unasked: the number leads to another service. */
  readonly isForeign?: boolean;
  /** How to put it right: a command, or the place in a console. Absent where all is well. */
  readonly mend?: Bilingual;
}

/**
 * The exit code of a command that reports checks.
 * @param isStrict warnings count as failures
 */
export const exitCodeOf = (checks: readonly Check[], isStrict: boolean): 0 | 1 =>
  checks.some(({ state }) => state === 'fail' || (isStrict && state === 'warn')) ? 1 : 0;
