import { type Account, type Member, toMember } from '../account.ts';
import { describeBrowser } from '../describe-browser.ts';
import { type WeakPassword, weaknessOf } from '../password-rules.ts';
import { hashToken } from '../secret-token.ts';
import { isLinkOver } from '../sign-in-link.ts';
import type { StaffStores } from '../staff-records.ts';
import { accountKeyOf } from '../throttle.ts';
import { personOf } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';
import { type Opened, openSession } from './open-session.ts';

/** Why a link does not work: unknown, used, expired or replaced by a newer one, or its account is switched off. */
export interface DeadLink {
  readonly kind: 'unknown-link' | 'used-link' | 'old-link' | 'account-off';
}

/** The outcome of using a link. */
export type UseLinkResult = Opened | DeadLink | { readonly kind: 'weak-password'; readonly why: WeakPassword };

/** The form for using a link. */
export interface LinkForm {
  readonly token: string;
  readonly password: string;
  readonly userAgent: string;
}

/** Checks a link without using it up: mail programs open links too. */
export async function readLink(
  { records, clock }: DeskTools,
  token: string,
): Promise<DeadLink | { readonly kind: 'good-link'; readonly member: Member }> {
  const found = await findLink(records, token, clock());
  return found.kind === 'good-link' ? { kind: found.kind, member: toMember(found.account) } : found;
}

/** Sets the password of the link's account and signs in. All other sessions of the account end. */
export async function useLink(tools: DeskTools, { token, password, userAgent }: LinkForm): Promise<UseLinkResult> {
  const { records, passwords, clock, addressKey, isCommon } = tools;
  const found = await findLink(records, token, clock());
  if (found.kind !== 'good-link') return found;
  const why = await weaknessOf(password, found.account, isCommon);
  if (why) return { kind: 'weak-password', why };
  const hash = await passwords.hash(password);
  return records.transaction(async (stores): Promise<UseLinkResult> => {
    const at = clock();
    const again = await findLink(stores, token, at);
    if (again.kind !== 'good-link') return again;
    const account: Account = { ...again.account, password: hash };
    await stores.links.use(hashToken(token), at);
    await stores.links.endAllOf(account.id);
    await stores.accounts.save(account);
    await stores.sessions.removeAllOf(account.id, null);
    await stores.attempts.clearAccount(accountKeyOf(addressKey, account.name));
    const browser = describeBrowser(userAgent);
    await stores.audit.add({ at, who: personOf(account), act: 'link-used', about: { browser } });
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
