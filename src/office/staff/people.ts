import type { Member } from './account.ts';
import type { AuditedPerson } from './audit-entry.ts';

/**
 * What people are called on screens. Records keep a person's id and user name for ever; the name shown is looked up when a page
 * is written, so that it is right after a correction or a marriage too.
 */
export interface People {
  /** The name shown; the user name that was recorded, where the account is not known any more. */
  nameOf(person: AuditedPerson): string;
  /** The name shown of a user name, for records that keep nothing else; the user name itself where it is not known. */
  nameOfAccount(accountName: string): string;
}

/** Whether a name tells by itself which account is meant. */
export const isExact = (name: string, accountName: string): boolean =>
  name === accountName || name.endsWith(`(${accountName})`);

/** A name with the user name, for where it must be certain who is meant. */
export const exactName = (people: People, accountName: string): string => {
  const name = people.nameOfAccount(accountName);
  return isExact(name, accountName) ? name : `${name}(${accountName})`;
};

/** Knows nobody: everyone is called by the user name that was recorded. */
export const unknownPeople: People = {
  nameOf: ({ accountName }) => accountName,
  nameOfAccount: (accountName) => accountName,
};

/** Names for these accounts. People who share a name are told apart by their user names. */
export function toPeople(members: readonly Pick<Member, 'id' | 'name' | 'display'>[]): People {
  const bearers = new Map<string, number>();
  for (const { name, display } of members) {
    // Nobody may pass as somebody else by being shown with that person's user name.
    for (const each of new Set([display, name])) bearers.set(each, (bearers.get(each) ?? 0) + 1);
  }
  const shown = ({ name, display }: Pick<Member, 'name' | 'display'>) =>
    (bearers.get(display) ?? 0) > 1 && display !== name ? `${display}(${name})` : display;
  const byId = new Map(members.map((member) => [member.id, shown(member)]));
  const byName = new Map(members.map((member) => [member.name, shown(member)]));
  return {
    nameOf: ({ accountId, accountName }) => (accountId === null ? undefined : byId.get(accountId)) ?? accountName,
    nameOfAccount: (accountName) => byName.get(accountName) ?? accountName,
  };
}
