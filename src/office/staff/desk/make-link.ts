import { type Account, firstDisplay, type Member, toMember } from '../account.ts';
import { may } from '../role.ts';
import { createId, createToken, hashToken } from '../secret-token.ts';
import { linkLifetime } from '../sign-in-link.ts';
import type { StaffStores } from '../staff-records.ts';
import { type Actor, firstStart, whoIs } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';

/** A new link, with the secret for its URL. */
export interface LinkMade {
  readonly kind: 'made';
  readonly token: string;
  readonly member: Member;
  /** Milliseconds since the epoch. */
  readonly validUntil: number;
}

/** The outcome of requesting a link. */
export type MakeLinkResult = LinkMade | { readonly kind: 'not-allowed' | 'unknown-account' | 'account-off' };

/** Makes a link for signing in and setting a password. Earlier links of the account end. */
export async function makeLink(tools: DeskTools, actor: Actor, accountId: string): Promise<MakeLinkResult> {
  if (!may(actor.role, 'manage-accounts')) return { kind: 'not-allowed' };
  return tools.records.transaction(async (stores): Promise<MakeLinkResult> => {
    const account = await stores.accounts.find(accountId);
    if (!account) return { kind: 'unknown-account' };
    return account.isActive ? addLink(tools, stores, actor, account) : { kind: 'account-off' };
  });
}

/** Makes a link for the first administrator, unless an active account already has a password. */
export async function firstSignInLink(tools: DeskTools): Promise<LinkMade | { readonly kind: 'not-needed' }> {
  return tools.records.transaction(async (stores) => {
    const accounts = await stores.accounts.list();
    if (accounts.some(({ isActive, password }) => isActive && password !== null)) return { kind: 'not-needed' };
    const waiting = accounts.find(({ isActive, role }) => isActive && role === 'administrator');
    return addLink(tools, stores, firstStart, waiting ?? (await addAdministrator(tools, stores, accounts)));
  });
}

async function addAdministrator(
  { clock, random }: DeskTools,
  stores: StaffStores,
  accounts: Account[],
): Promise<Account> {
  const taken = accounts.map(({ name }) => name);
  let name = 'administrator';
  for (let count = 2; taken.includes(name); count += 1) name = `administrator-${count}`;
  const at = clock();
  const account: Account = {
    id: createId(random),
    name,
    display: firstDisplay,
    role: 'administrator',
    password: null,
    isActive: true,
    createdAt: at,
  };
  await stores.accounts.add(account);
  await stores.audit.add({ at, who: whoIs(firstStart), act: 'account-added', about: { name, role: account.role } });
  return account;
}

async function addLink(
  { clock, random }: DeskTools,
  { links, audit }: StaffStores,
  actor: Actor,
  account: Account,
): Promise<LinkMade> {
  const at = clock();
  const token = createToken(random);
  const validUntil = at + linkLifetime;
  await links.endAllOf(account.id);
  await links.add({ tokenHash: hashToken(token), accountId: account.id, madeAt: at, validUntil, usedAt: null });
  await audit.add({ at, who: whoIs(actor), act: 'link-made', about: { for: account.name } });
  return { kind: 'made', token, member: toMember(account), validUntil };
}
