import type { Member } from '../account.ts';
import type { AuditedPerson } from '../audit-entry.ts';
import { byProgram } from '../programs.ts';
import type { Role } from '../role.ts';

/** The person or program on whose behalf something is done. */
export interface Actor extends AuditedPerson {
  readonly role: Role;
}

/** The command line. Anyone who can run programs on the machine may do everything. */
export const commandLine: Actor = { ...byProgram('commandLine'), role: 'administrator' };

/** The service itself, at its start, while no one can sign in yet. */
export const firstStart: Actor = { ...byProgram('firstStart'), role: 'administrator' };

/** A signed-in person as actor. */
export const actorOf = ({ id, name, role }: Member): Actor => ({ ...personOf({ id, name }), role });

/** A person as named in the audit. */
export const personOf = ({ id, name }: { readonly id: string; readonly name: string }): AuditedPerson => ({
  accountId: id,
  accountName: name,
});

/** The actor without the role, as named in records and the audit. */
export const whoIs = ({ accountId, accountName }: Actor): AuditedPerson => ({ accountId, accountName });
