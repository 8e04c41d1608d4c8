import { type Member, normaliseName, toMember } from './account.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { Actor } from './desk/actor.ts';
import { type AccountForm, type AddAccountResult, addAccount } from './desk/add-account.ts';
import { type ChangeAccountResult, changeDisplay, changeRole, switchOff, switchOn } from './desk/change-account.ts';
import { type ChangePasswordResult, changePassword, type PasswordForm } from './desk/change-password.ts';
import { createDeskTools, type DeskParts } from './desk/desk-tools.ts';
import { firstSignInLink, type LinkMade, type MakeLinkResult, makeLink } from './desk/make-link.ts';
import type { SignedIn } from './desk/open-session.ts';
import { createPeopleMemory } from './desk/people-memory.ts';
import {
  type ListedSession,
  listSessions,
  type ReadSessionResult,
  readSession,
  revokeOthers,
  revokeSession,
  signOut,
} from './desk/sessions.ts';
import { type SignInForm, type SignInResult, signIn } from './desk/sign-in.ts';
import { type DeadLink, type LinkForm, readLink, type UseLinkResult, useLink } from './desk/use-link.ts';
import { readKnownBrowser, writeKnownBrowser } from './known-browser.ts';
import type { People } from './people.ts';
import type { Role } from './role.ts';
import { createId } from './secret-token.ts';
import { sessionIdleLimit, sessionLifetime } from './session.ts';
import { linkRetention } from './sign-in-link.ts';
import { attemptWindow } from './throttle.ts';

/**
 * Manages accounts and signs people in. User errors are results with a `kind`. Only bugs and technical failures, such
 * as a broken database, are thrown. Every act and its audit entry are written in one transaction.
 */
export interface StaffDesk {
  /**
   * Makes a link for the first administrator, but only while no active account has a password. Must be called only at
   * the start, which prints the link.
   */
  firstSignInLink(): Promise<LinkMade | { readonly kind: 'not-needed' }>;
  makeLink(actor: Actor, accountId: string): Promise<MakeLinkResult>;
  /** Checks a link without using it up. */
  readLink(token: string): Promise<DeadLink | { readonly kind: 'good-link'; readonly member: Member }>;
  /** Sets the password, signs the person in, and uses the link up. */
  useLink(form: LinkForm): Promise<UseLinkResult>;

  /** @returns the id in the cookie of a browser in which someone has signed in before; null for any other cookie */
  knowsBrowser(cookie: string | null): string | null;
  /** @returns the new content of a browser's cookie; null if the cookie already includes the account */
  rememberBrowser(cookie: string | null, accountId: string): string | null;
  signIn(form: SignInForm): Promise<SignInResult>;
  /** @param token from the browser's cookie */
  readSession(token: string): Promise<ReadSessionResult>;
  signOut(signedIn: SignedIn): Promise<void>;
  listSessions(signedIn: SignedIn): Promise<ListedSession[]>;
  revokeSession(signedIn: SignedIn, id: string): Promise<{ readonly kind: 'revoked' | 'unknown-session' }>;
  revokeOthers(signedIn: SignedIn): Promise<{ readonly kind: 'revoked'; readonly count: number }>;
  changePassword(signedIn: SignedIn, form: PasswordForm): Promise<ChangePasswordResult>;

  /** All members, sorted by name. */
  listMembers(): Promise<Member[]>;
  /** The names of people on screens. They are at most ten seconds old. */
  people(): Promise<People>;
  /** @param name as typed */
  findMember(name: string): Promise<Member | null>;
  addAccount(actor: Actor, form: AccountForm): Promise<AddAccountResult>;
  changeRole(actor: Actor, accountId: string, role: Role): Promise<ChangeAccountResult>;
  changeDisplay(actor: Actor, accountId: string, display: string): Promise<ChangeAccountResult>;
  switchOff(actor: Actor, accountId: string): Promise<ChangeAccountResult>;
  switchOn(actor: Actor, accountId: string): Promise<ChangeAccountResult>;

  /** Entries, latest first. `before` is the number of the last entry on the previous page; null for the first page. */
  listAudit(before: number | null, limit: number): Promise<AuditEntry[]>;
  /**
   * Deletes attempts, sessions and links that no longer count. Corrects times in the future, which were recorded while
   * the clock was ahead. Must be called at the start and every few minutes after that.
   */
  tidy(): Promise<void>;
}

export function createStaffDesk(parts: DeskParts): StaffDesk {
  const tools = createDeskTools(parts);
  const { records, clock } = tools;
  const people = createPeopleMemory(records.accounts, parts.stopwatch);
  return {
    firstSignInLink: () => firstSignInLink(tools),
    makeLink: (actor, accountId) => makeLink(tools, actor, accountId),
    readLink: (token) => readLink(tools, token),
    useLink: (form) => people.afterChange(useLink(tools, form)),
    knowsBrowser: (cookie) => readKnownBrowser(tools.addressKey, cookie)?.id ?? null,
    rememberBrowser(cookie, accountId) {
      const before = readKnownBrowser(tools.addressKey, cookie);
      if (before?.accounts.includes(accountId)) return null;
      const id = before?.id ?? createId(tools.random);
      return writeKnownBrowser(tools.addressKey, { id, accounts: [accountId, ...(before?.accounts ?? [])] });
    },
    signIn: (form) => signIn(tools, form),
    readSession: (token) => readSession(tools, token),
    signOut: (signedIn) => signOut(tools, signedIn),
    listSessions: (signedIn) => listSessions(tools, signedIn),
    revokeSession: (signedIn, id) => revokeSession(tools, signedIn, id),
    revokeOthers: (signedIn) => revokeOthers(tools, signedIn),
    changePassword: (signedIn, form) => changePassword(tools, signedIn, form),
    listMembers: async () => (await records.accounts.list()).map(toMember),
    async findMember(name) {
      const account = await records.accounts.findByName(normaliseName(name));
      return account && toMember(account);
    },
    people: () => people.read(),
    addAccount: (actor, form) => people.afterChange(addAccount(tools, actor, form)),
    changeRole: (actor, accountId, role) => changeRole(tools, actor, accountId, role),
    changeDisplay: (actor, accountId, display) => people.afterChange(changeDisplay(tools, actor, accountId, display)),
    switchOff: (actor, accountId) => switchOff(tools, actor, accountId),
    switchOn: (actor, accountId) => switchOn(tools, actor, accountId),
    listAudit: (before, limit) => records.audit.list(before, limit),
    async tidy() {
      const now = clock();
      for (const store of [records.sessions, records.links, records.attempts]) await store.pullBack(now);
      await records.attempts.removeUntil(now - attemptWindow);
      await records.sessions.removeOver(now - sessionLifetime, now - sessionIdleLimit);
      await records.links.removeOver(now - linkRetention);
    },
  };
}
