import { normalise } from '../../common/normalise.ts';
import { normaliseName } from './account.ts';
import type { Role } from './role.ts';

/** Why a password is not taken. */
export type WeakPassword = 'too-short' | 'too-long' | 'is-name' | 'too-common';

/** Characters of the shortest and the longest password; length counts for more than variety (NIST SP 800-63B). */
export const passwordLength = { shortest: 12, longest: 200 } as const;

/** An administrator lets others in, so that one password opens everything. */
const shortestForAdministrators = 15;

/** The fewest characters of a password for somebody of this role. */
export const shortestFor = (role: Role): number =>
  role === 'administrator' ? shortestForAdministrators : passwordLength.shortest;

/** One spelling for what looks the same but is typed differently on another keyboard (NIST SP 800-63B). */
export const normalisePassword = (typed: string): string => normalise(typed, 'NFKC');

/** Whose password it is. */
export interface PasswordOwner {
  readonly name: string;
  readonly display: string;
  readonly role: Role;
}

/** Whether a password is among those that are guessed first; see `isCommonPassword`. */
export type IsCommon = (password: string, words: readonly string[], fewestGuesses: number) => Promise<boolean>;

/**
 * After how many guesses a password may be found. Throttling leaves some four million guesses a year for one name; for
 * administrators it also holds for years against somebody who has stolen the database.
 */
const fewestGuesses = { usual: 250_000_000, administrator: 10_000_000_000 } as const;

/** What stands on every page here, and so in many passwords. */
const ownWords = ['kotozute', '言伝', 'kumamoto', '熊本', 'mynumber'];

/** Whether it has fewer characters than this person's may have. */
export const isTooShort = (typed: string, { role }: Pick<PasswordOwner, 'role'>): boolean =>
  [...normalisePassword(typed)].length < shortestFor(role);

/** @returns what is wrong with a new password, or null */
export async function weaknessOf(
  typed: string,
  owner: PasswordOwner,
  isCommon: IsCommon,
): Promise<WeakPassword | null> {
  // Before it is normalised, which takes time and makes some characters many.
  if (typed.length > passwordLength.longest * 4) return 'too-long';
  const password = normalisePassword(typed);
  const { name, display } = owner;
  const plain = normaliseName(typed);
  if (plain === normaliseName(name) || plain === normaliseName(display)) return 'is-name';
  if (isTooShort(typed, owner)) return 'too-short';
  if ([...password].length > passwordLength.longest) return 'too-long';
  const words = [...ownWords, ...`${normaliseName(name)} ${normaliseName(display)}`.split(/[^\p{L}\p{N}]+/u)];
  return (await isCommon(
    password,
    words.filter((word) => word.length > 1),
    fewestGuesses[owner.role === 'administrator' ? 'administrator' : 'usual'],
  ))
    ? 'too-common'
    : null;
}
