import type { Bilingual } from '../common/bilingual.ts';

/**
 * - `ok`: as it should be.
 * - `warn`: callers are answered, but something is worse than it could be.
 * - `fail`: calls are, or will be, answered wrongly or not at all.
 * - `skip`: the check could not be made; `mend` says how a person can make it.
 */
export type CheckState = 'ok' | 'warn' | 'fail' | 'skip';

/** One entry of the report about a line that is live or is to go live. */
export interface Check {
  /** What was checked, in letters, digits and hyphens, such as `number-voice-url`. */
  readonly id: string;
  readonly state: CheckState;
  readonly about: Bilingual;
  /** The value that should be there; absent if there is nothing to compare. */
  readonly expected?: string;
  /** The value that is there. */
  readonly found?: string;
  /** True if the number leads to another service. A program may change this number only if a person names it. */
  readonly isForeign?: boolean;
  /**
   * How to fix the problem or, for `skip`, how to check: a command, or the place in a console. Absent if all is well.
   */
  readonly mend?: Bilingual;
  /**
   * Who can follow `mend`. It is `staff` if everything can be done in the office’s own console. Otherwise `mend` names
   * commands, settings or Twilio’s console, and is for the technician.
   */
  readonly mendedBy?: 'staff';
}

/**
 * The exit code of a command that reports checks.
 * @param isStrict whether warnings count as failures
 */
export const exitCodeOf = (checks: readonly Check[], isStrict: boolean): 0 | 1 =>
  checks.some(({ state }) => state === 'fail' || (isStrict && state === 'warn')) ? 1 : 0;
