import { isCommonPassword } from '../common-passwords.ts';
import type { IsCommon } from '../password-rules.ts';
import { createPasswords, type Passwords, type ScryptCost } from '../passwords.ts';
import type { RandomBytes } from '../secret-token.ts';
import type { StaffRecords } from '../staff-records.ts';

/** What the desk is made of. */
export interface DeskParts {
  readonly records: StaffRecords;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Bytes that nobody can guess. */
  readonly random: RandomBytes;
  /** The secret under which addresses and typed names are counted; the same in every process of the service. */
  readonly addressKey: string;
  /** What checking a password costs; lower only in tests. */
  readonly passwordCost?: ScryptCost;
  /** Judges new passwords; quicker only in tests. */
  readonly isCommon?: IsCommon;
}

/** What every act at the desk works with. */
export interface DeskTools extends DeskParts {
  readonly isCommon: IsCommon;
  readonly passwords: Passwords;
}

/** Builds what is shared. */
export const createDeskTools = (parts: DeskParts): DeskTools => ({
  isCommon: isCommonPassword,
  ...parts,
  passwords: createPasswords(parts.random, parts.passwordCost),
});
