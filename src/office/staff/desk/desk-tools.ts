import type { Stopwatch } from '../../../common/stopwatch.ts';
import { isCommonPassword } from '../common-passwords.ts';
import type { IsCommon } from '../password-rules.ts';
import { createPasswords, type Passwords, type ScryptCost } from '../passwords.ts';
import type { RandomBytes } from '../secret-token.ts';
import type { StaffRecords } from '../staff-records.ts';

/** The dependencies of the desk. */
export interface DeskParts {
  readonly records: StaffRecords;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The machine's stopwatch by default. */
  readonly stopwatch?: Stopwatch;
  readonly random: RandomBytes;
  /**
   * The key for hashing addresses and typed names, and for signing cookies. It is the same in every process of the
   * service.
   */
  readonly addressKey: string;
  /** The cost of new password hashes; only tests lower it. A stored hash is verified at its own cost. */
  readonly passwordCost?: ScryptCost;
  /** Judges new passwords. Only tests replace it, by a faster function. */
  readonly isCommon?: IsCommon;
}

/** Everything that the functions of the desk need: its dependencies, with the defaults filled in. */
export interface DeskTools extends DeskParts {
  readonly isCommon: IsCommon;
  readonly passwords: Passwords;
}

export const createDeskTools = (parts: DeskParts): DeskTools => ({
  isCommon: isCommonPassword,
  ...parts,
  passwords: createPasswords(parts.random, parts.passwordCost),
});
