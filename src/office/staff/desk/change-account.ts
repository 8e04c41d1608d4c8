import { type Account, isGoodDisplay, type Member, toMember } from '../account.ts';
import type { AuditAbout, AuditAct } from '../audit-entry.ts';
import { may, type Role } from '../role.ts';
import type { StaffStores } from '../staff-records.ts';
import { type Actor, whoIs } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';

/**
 * The outcome of changing an account. `last-administrator`: nobody would be left who can sign in and manage accounts.
 */
export type ChangeAccountResult =
  | { readonly kind: 'changed'; readonly member: Member }
  | { readonly kind: 'not-allowed' | 'unknown-account' | 'bad-display' | 'last-administrator' };

/** Changes the role. The new role applies from the next request on. */
export const changeRole = (tools: DeskTools, actor: Actor, id: string, role: Role): Promise<ChangeAccountResult> =>
  change(tools, actor, id, 'role-changed', (account) => ({ ...account, role }), { role });

/** Changes the display name. */
export async function changeDisplay(
  tools: DeskTools,
  actor: Actor,
  id: string,
  typed: string,
): Promise<ChangeAccountResult> {
  const display = typed.trim();
  if (!isGoodDisplay(display)) return { kind: 'bad-display' };
  return change(tools, actor, id, 'display-changed', (account) => ({ ...account, display }), { display });
}

/** Switches an account off. All its sessions end, and its links and password stop working. */
export const switchOff = (tools: DeskTools, actor: Actor, id: string): Promise<ChangeAccountResult> =>
  change(
    tools,
    actor,
    id,
    'account-switched-off',
    (account) => ({ ...account, isActive: false }),
    {},
    async (stores) => {
      await stores.sessions.removeAllOf(id, null);
      await stores.links.endAllOf(id);
    },
  );

/** Switches an account on again, with its former password. */
export const switchOn = (tools: DeskTools, actor: Actor, id: string): Promise<ChangeAccountResult> =>
  change(tools, actor, id, 'account-switched-on', (account) => ({ ...account, isActive: true }), {});

async function change(
  { records, clock }: DeskTools,
  actor: Actor,
  id: string,
  act: AuditAct,
  edit: (account: Account) => Account,
  about: AuditAbout,
  alsoDo?: (stores: StaffStores) => Promise<void>,
): Promise<ChangeAccountResult> {
  if (!may(actor.role, 'manage-accounts')) return { kind: 'not-allowed' };
  return records.transaction(async (stores): Promise<ChangeAccountResult> => {
    const before = await stores.accounts.find(id);
    if (!before) return { kind: 'unknown-account' };
    const after = edit(before);
    const others = (await stores.accounts.list()).filter((other) => other.id !== id);
    if (letsPeopleIn(before) && !letsPeopleIn(after) && !others.some(letsPeopleIn))
      return { kind: 'last-administrator' };
    await stores.accounts.save(after);
    await alsoDo?.(stores);
    await stores.audit.add({ at: clock(), who: whoIs(actor), act, about: { account: before.name, ...about } });
    return { kind: 'changed', member: toMember(after) };
  });
}

const letsPeopleIn = ({ isActive, role, password }: Account): boolean =>
  isActive && password !== null && may(role, 'manage-accounts');
