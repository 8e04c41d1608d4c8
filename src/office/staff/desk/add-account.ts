import { type Account, isGoodDisplay, isGoodName, type Member, normaliseName, toMember } from '../account.ts';
import { may, type Role } from '../role.ts';
import { createId } from '../secret-token.ts';
import { type Actor, whoIs } from './actor.ts';
import type { DeskTools } from './desk-tools.ts';

/** A new account as requested. */
export interface AccountForm {
  readonly name: string;
  readonly display: string;
  readonly role: Role;
}

/** The outcome of adding an account. */
export type AddAccountResult =
  | { readonly kind: 'added'; readonly member: Member }
  | { readonly kind: 'not-allowed' | 'bad-name' | 'bad-display' | 'name-taken' };

/** Adds an account. No one can sign in to it until a link has been made and used. */
export async function addAccount(tools: DeskTools, actor: Actor, form: AccountForm): Promise<AddAccountResult> {
  if (!may(actor.role, 'manage-accounts')) return { kind: 'not-allowed' };
  const name = normaliseName(form.name);
  const display = form.display.trim();
  if (!isGoodName(name)) return { kind: 'bad-name' };
  if (!isGoodDisplay(display)) return { kind: 'bad-display' };
  return tools.records.transaction(async ({ accounts, audit }): Promise<AddAccountResult> => {
    const at = tools.clock();
    const id = createId(tools.random);
    const account: Account = { id, name, display, role: form.role, password: null, isActive: true, createdAt: at };
    if (!(await accounts.add(account))) return { kind: 'name-taken' };
    await audit.add({ at, who: whoIs(actor), act: 'account-added', about: { name, role: form.role } });
    return { kind: 'added', member: toMember(account) };
  });
}
