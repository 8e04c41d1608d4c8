import type { Member } from '../account.ts';
import type { AuditedPerson } from '../audit-entry.ts';
import { byProgram } from '../programs.ts';
import type { Role } from '../role.ts';

/** On whose behalf something is done. */
export interface Actor extends AuditedPerson {
  readonly role: Role;
}

/** Whoever may run programs on the machine may do everything. */
export const commandLine: Actor = { ...byProgram('commandLine'), role: 'administrator' };

/** The service itself, when it is started and nobody can sign in yet. */
export const firstStart: Actor = { ...byProgram('firstStart'), role: 'administrator' };

/** Somebody who is signed in. */
export const actorOf = ({ id, name, role }: Member): Actor => ({ ...personOf({ id, name }), role });

/** How the audit names somebody. */
export const personOf = ({ id, name }: { readonly id: string; readonly name: string }): AuditedPerson => ({
  accountId: id,
  accountName: name,
});

/** The same person without what he may do: how rows and the audit name him. */
export const whoIs = ({ accountId, accountName }: Actor): AuditedPerson => ({ accountId, accountName });
