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
  /** The key for hashing addresses and typed names and for signing cookies; the same in every process of the service. */
  readonly addressKey: string;
  /** The cost of a new password hash; lower only in tests. A stored hash is checked at its own cost. */
  readonly passwordCost?: ScryptCost;
  /** Judges new passwords; replaced by something faster only in tests. */
  readonly isCommon?: IsCommon;
}

/** What the functions of the desk work with: its dependencies, with the defaults filled in. */
export interface DeskTools extends DeskParts {
  readonly isCommon: IsCommon;
  readonly passwords: Passwords;
}

export const createDeskTools = (parts: DeskParts): DeskTools => ({
  isCommon: isCommonPassword,
  ...parts,
  passwords: createPasswords(parts.random, parts.passwordCost),
});
