import { normalise } from '../../common/normalise.ts';
import type { Role } from './role.ts';

/** Somebody who may sign in. Accounts are switched off, never deleted: the audit refers to them. */
export interface Account {
  readonly id: string;
  /** What is typed to sign in, as `normaliseName` writes it. */
  readonly name: string;
  /** How the person is called on screens. */
  readonly display: string;
  readonly role: Role;
  /** As `Passwords.hash` writes it; null until a sign-in link has been used. */
  readonly password: string | null;
  readonly isActive: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** An account as it may be shown: without anything that helps to sign in. */
export interface Member extends Omit<Account, 'password'> {
  readonly hasPassword: boolean;
}

/** Leaves out what nobody is shown. */
export const toMember = ({ password, ...shown }: Account): Member => ({ ...shown, hasPassword: password !== null });

/** Where accounts are kept. */
export interface AccountStore {
  find(id: string): Promise<Account | null>;
  /** @param name normalised */
  findByName(name: string): Promise<Account | null>;
  /** By name, in the order of code points. */
  list(): Promise<Account[]>;
  /** @returns false when the name is taken, and nothing is changed */
  add(account: Account): Promise<boolean>;
  /** Writes everything but id, name and creation anew. */
  save(account: Account): Promise<void>;
}

/** Names that look alike to whoever types them are the same: width, case and surrounding space do not count. */
export const normaliseName = (typed: string): string => normalise(typed, 'NFKC').trim().toLowerCase();

/** Whether a normalised name can be given to an account: 2 to 40 letters, digits, dots, hyphens, underscores and @. */
export const isGoodName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._@-]{1,39}$/u.test(name);

/** Whether a text can be shown as somebody's name: 1 to 60 characters in one line. */
export const isGoodDisplay = (display: string): boolean => /^[^\p{C}]{1,60}$/u.test(display) && display.trim() !== '';
