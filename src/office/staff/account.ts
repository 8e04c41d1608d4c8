import { normalise } from '../../common/normalise.ts';
import type { Role } from './role.ts';

/**
 * The account of a person who uses the console. Accounts are switched off, never deleted, because the audit refers to
 * them.
 */
export interface Account {
  readonly id: string;
  /** The name for signing in, normalised by `normaliseName`. */
  readonly name: string;
  /** The name shown on screens. */
  readonly display: string;
  readonly role: Role;
  /** A hash from `Passwords.hash`; null until a sign-in link has been used. */
  readonly password: string | null;
  readonly isActive: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** An account as it may be shown, without its password hash. */
export interface Member extends Omit<Account, 'password'> {
  readonly hasPassword: boolean;
}

export const toMember = ({ password, ...shown }: Account): Member => ({ ...shown, hasPassword: password !== null });

/** The display name of the first account, until its user opens the sign-in link and enters a name. */
export const firstDisplay = '管理者 / Administrator';

/** Whether an account is a first account whose user has not entered a name yet. */
export const isUnnamed = ({ display, hasPassword }: Pick<Member, 'display' | 'hasPassword'>): boolean =>
  !hasPassword && display === firstDisplay;

/** Where accounts are stored. */
export interface AccountStore {
  find(id: string): Promise<Account | null>;
  /** @param name normalised */
  findByName(name: string): Promise<Account | null>;
  /** All accounts, sorted by name in code point order. */
  list(): Promise<Account[]>;
  /** @returns false, without changing anything, if the name is taken */
  add(account: Account): Promise<boolean>;
  /** Overwrites everything except id, name and creation time. */
  save(account: Account): Promise<void>;
  /** @returns false, without changing anything, if the name is taken */
  rename(id: string, name: string): Promise<boolean>;
}

/** Normalises names so that width, case and surrounding spaces do not matter. */
export const normaliseName = (typed: string): string => normalise(typed, 'NFKC').trim().toLowerCase();

/**
 * Whether a normalised name is valid for an account: 2 to 40 letters, combining marks, digits, dots, hyphens,
 * underscores and @. The first character is a letter or a digit.
 */
export const isGoodName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{1,39}$/u.test(name);

/** Whether a text is valid as a display name: 1 to 60 characters in one line, not only spaces. */
export const isGoodDisplay = (display: string): boolean => /^[^\p{C}]{1,60}$/u.test(display) && display.trim() !== '';

/**
 * Maximum length of a user name and of a display name, as typed, in UTF-16 units. `isGoodName` and `isGoodDisplay`
 * decide which names are valid, after normalising or trimming. These limits leave room for the longest valid names.
 */
export const longestTypedName = { name: 160, display: 120 } as const;
