import { normalise } from '../../common/normalise.ts';
import { normaliseName } from './account.ts';
import type { Role } from './role.ts';

/** Why a password is rejected. */
export type WeakPassword = 'too-short' | 'too-long' | 'is-name' | 'too-common';

/** Minimum and maximum length in characters. Length matters more than variety of characters (NIST SP 800-63B). */
export const passwordLength = { shortest: 12, longest: 200 } as const;

/**
 * Minimum length for administrators. It is higher because whoever has an administrator's password can give access to
 * anyone.
 */
const shortestForAdministrators = 15;

/** The minimum length of a password for a role. */
export const shortestFor = (role: Role): number =>
  role === 'administrator' ? shortestForAdministrators : passwordLength.shortest;

/** Unifies characters that look the same but that different keyboards encode differently (NIST SP 800-63B). */
export const normalisePassword = (typed: string): string => normalise(typed, 'NFKC');

/** The person whose password is judged. */
export interface PasswordOwner {
  readonly name: string;
  readonly display: string;
  readonly role: Role;
}

/** Whether a password is easy to guess; see `isCommonPassword`. */
export type IsCommon = (password: string, words: readonly string[], fewestGuesses: number) => Promise<boolean>;

/** The minimum number of guesses that a password must withstand. */
const fewestGuesses = {
  /** Far more guesses than strangers can make. Throttling allows fewer than four million a year for one name. */
  usual: 250_000_000,
  /** An attacker who has stolen the database needs years for this number of guesses. */
  administrator: 10_000_000_000,
} as const;

/** Words that are connected with the service. They are likely in passwords, and attackers try them first. */
const ownWords = ['kotozute', '言伝', 'kumamoto', '熊本', 'mynumber'];

/** Whether a password is too short for a role. */
export const isTooShort = (typed: string, { role }: Pick<PasswordOwner, 'role'>): boolean =>
  [...normalisePassword(typed)].length < shortestFor(role);

/** @returns why a new password is rejected; null if it is accepted */
export async function weaknessOf(
  typed: string,
  owner: PasswordOwner,
  isCommon: IsCommon,
): Promise<WeakPassword | null> {
  // The typed length is checked before normalising, because normalising takes time and can lengthen the text.
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
