import {
  type Account,
  isGoodDisplay,
  isGoodName,
  isUnnamed,
  type Member,
  normaliseName,
  toMember,
} from '../account.ts';
import { describeBrowser } from '../describe-browser.ts';
import { type WeakPassword, weaknessOf } from '../password-rules.ts';
import { hashToken } from '../secret-token.ts';
import { isLinkOver } from '../sign-in-link.ts';
import type { StaffStores } from '../staff-records.ts';
import { accountKeyOf } from '../throttle.ts';
import { personOf } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';
import { type Opened, openSession } from './open-session.ts';

/** Why a link does not work. `old-link`: the link has expired, or was ended early. */
export interface DeadLink {
  readonly kind: 'unknown-link' | 'used-link' | 'old-link' | 'account-off';
}

/** The outcome of using a link. */
export type UseLinkResult =
  | Opened
  | DeadLink
  | { readonly kind: 'weak-password'; readonly why: WeakPassword }
  | { readonly kind: 'bad-name' }
  | { readonly kind: 'bad-display' }
  | { readonly kind: 'name-taken' };

/** The form for using a link. */
export interface LinkForm {
  readonly token: string;
  readonly password: string;
  readonly userAgent: string;
  /** The names that the user of the link has typed. They are used only if nobody has named the account yet. */
  readonly names?: { readonly name: string; readonly display: string };
}

/** Checks a link without using it up. Opening a link must not use it up, because mail programs open links too. */
export async function readLink(
  { records, clock }: DeskTools,
  token: string,
): Promise<DeadLink | { readonly kind: 'good-link'; readonly member: Member }> {
  const found = await findLink(records, token, clock());
  return found.kind === 'good-link' ? { kind: found.kind, member: toMember(found.account) } : found;
}

/**
 * Returns the account with the names that its user has typed, or what is wrong with these names. If no names were
 * typed, or if the account has been named before, returns the account unchanged.
 */
function named(account: Account, names: LinkForm['names']): Account | 'bad-name' | 'bad-display' {
  if (!names || !isUnnamed(toMember(account))) return account;
  const name = normaliseName(names.name);
  const display = names.display.trim();
  if (!isGoodName(name)) return 'bad-name';
  return isGoodDisplay(display) ? { ...account, name, display } : 'bad-display';
}

/**
 * Sets the password of the link's account and signs its user in. All other sessions of the account end. An account that
 * nobody has named yet gets the names that its user has typed.
 */
export async function useLink(tools: DeskTools, form: LinkForm): Promise<UseLinkResult> {
  const { token, password, userAgent } = form;
  const { records, passwords, clock, addressKey, isCommon } = tools;
  const found = await findLink(records, token, clock());
  if (found.kind !== 'good-link') return found;
  const called = named(found.account, form.names);
  if (typeof called === 'string') return { kind: called };
  const why = await weaknessOf(password, called, isCommon);
  if (why) return { kind: 'weak-password', why };
  const hash = await passwords.hash(password);
  return records.transaction(async (stores): Promise<UseLinkResult> => {
    const at = clock();
    const again = await findLink(stores, token, at);
    if (again.kind !== 'good-link') return again;
    // Hashing takes a while, and an administrator may have named the account in the meantime.
    const renamed = named(again.account, form.names);
    if (typeof renamed === 'string') return { kind: renamed };
    const account: Account = { ...renamed, password: hash };
    const { name, display } = account;
    if (name !== again.account.name && !(await stores.accounts.rename(account.id, name))) return { kind: 'name-taken' };
    await stores.links.use(hashToken(token), at);
    await stores.links.endAllOf(account.id);
    await stores.accounts.save(account);
    await stores.sessions.removeAllOf(account.id, null);
    await stores.attempts.clearAccount(accountKeyOf(addressKey, account.name));
    const browser = describeBrowser(userAgent);
    const who = personOf(account);
    await stores.audit.add({ at, who, act: 'link-used', about: { browser } });
    if (name !== again.account.name || display !== again.account.display) {
      await stores.audit.add({ at, who, act: 'display-changed', about: { account: name, display } });
    }
    return openSession(tools, stores, account, browser);
  });
}

async function findLink(
  { links, accounts }: StaffStores,
  token: string,
  now: number,
): Promise<DeadLink | { readonly kind: 'good-link'; readonly account: Account }> {
  const link = await links.findByHash(hashToken(token));
  const account = link && (await accounts.find(link.accountId));
  if (!account) return { kind: 'unknown-link' };
  if (link.usedAt !== null) return { kind: 'used-link' };
  if (isLinkOver(link, now)) return { kind: 'old-link' };
  return account.isActive ? { kind: 'good-link', account } : { kind: 'account-off' };
}
