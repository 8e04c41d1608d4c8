import { type Member, normaliseName } from './account.ts';
import type { AuditedPerson } from './audit-entry.ts';

/**
 * The names of people on screens. Records store a person's id and user name and are never changed. The display name is
 * looked up when a page is written, so that a corrected name also appears with old records.
 */
export interface People {
  /** Returns the display name of a person, or the recorded name of a program or an unknown account. */
  nameOf(person: AuditedPerson): string;
  /**
   * Returns the display name that belongs to a user name, for records without an account id. An unknown user name is
   * returned as it is.
   */
  nameOfAccount(accountName: string): string;
}

/** Whether a displayed name is the user name or ends with it in brackets, so that it identifies the account. */
export const isExact = (name: string, accountName: string): boolean =>
  name === accountName || name.endsWith(`(${accountName})`);

/** A displayed name that includes the user name, for places where the account must be certain. */
export const exactName = (people: People, accountName: string): string => {
  const name = people.nameOfAccount(accountName);
  return isExact(name, accountName) ? name : `${name}(${accountName})`;
};

/** Names when no accounts are known: everyone is called by the user name that was recorded. */
export const unknownPeople: People = {
  nameOf: ({ accountName }) => accountName,
  nameOfAccount: (accountName) => accountName,
};

/**
 * Creates the names for these accounts. A display name that could be taken for another person's gets the user name in
 * brackets.
 */
export function toPeople(members: readonly Pick<Member, 'id' | 'name' | 'display'>[]): People {
  const bearers = new Map<string, number>();
  for (const { name, display } of members) {
    // A display name that equals another person's user name counts as ambiguous, so that nobody can pose as that
    // person.
    for (const each of new Set([normaliseName(display), name])) bearers.set(each, (bearers.get(each) ?? 0) + 1);
  }
  const names = new Set(members.map(({ name }) => name));
  const isClear = ({ name, display }: Pick<Member, 'name' | 'display'>): boolean => {
    const read = normaliseName(display);
    if (read === name) return true;
    // A display name such as `Tanaka(sato)` could be taken for the account `sato`.
    const bracketed = /\(([^()]*)\)$/.exec(read)?.[1]?.trim() ?? name;
    return bearers.get(read) === 1 && (bracketed === name || !names.has(bracketed));
  };
  const shown = (member: Pick<Member, 'name' | 'display'>) =>
    isClear(member) ? member.display : `${member.display}(${member.name})`;
  const byId = new Map(members.map((member) => [member.id, shown(member)]));
  const byName = new Map(members.map((member) => [member.name, shown(member)]));
  return {
    nameOf: ({ accountId, accountName }) => (accountId === null ? undefined : byId.get(accountId)) ?? accountName,
    nameOfAccount: (accountName) => byName.get(accountName) ?? accountName,
  };
}
