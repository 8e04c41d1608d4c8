import { randomBytes } from 'node:crypto';
import { commandLine } from '../../src/office/staff/desk/actor.ts';
import type { SignedIn } from '../../src/office/staff/desk/open-session.ts';
import type { IsCommon } from '../../src/office/staff/password-rules.ts';
import type { ScryptCost } from '../../src/office/staff/passwords.ts';
import type { Role } from '../../src/office/staff/role.ts';
import { createStaffDesk, type StaffDesk } from '../../src/office/staff/staff-desk.ts';
import type { StaffRecords } from '../../src/office/staff/staff-records.ts';
import { createMemoryStaffRecords } from './memory-staff-records.ts';

/** A good password, which all people in tests use. */
export const goodPassword = 'a moose walks into my kitchen';

/** The User-Agent header of a browser on an office computer. */
export const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** A staff desk. Tests set its clock, and its password hashes take almost no time. */
export interface TestDesk {
  readonly desk: StaffDesk;
  readonly records: StaffRecords;
  readonly clock: { now: number };
  /** Adds an account, and uses its sign-in link. */
  letIn(name: string, role: Role): Promise<{ readonly token: string; readonly signedIn: SignedIn }>;
  /** Tries to sign in, by default from one fixed IP address. */
  signIn(name: string, password?: string, address?: string): ReturnType<StaffDesk['signIn']>;
  /** The entries of the audit as account name and act, the earliest first. */
  acts(): Promise<string[]>;
}

/**
 * A staff desk on the given records, or on new ones in memory.
 * @param isCommon says whether a password is too common. By default, none is, because the real check would take half a
 * second for each account. It has its own test
 */
export function createTestDesk(
  records = createMemoryStaffRecords(),
  passwordCost: ScryptCost = { log2N: 4, r: 8, p: 1 },
  isCommon: IsCommon = async () => false,
): TestDesk {
  const clock = { now: Date.parse('2026-11-24T00:00:00Z') };
  const desk = createStaffDesk({
    records,
    clock: () => clock.now,
    stopwatch: () => clock.now,
    random: randomBytes,
    addressKey: 'a key for tests',
    passwordCost,
    isCommon,
  });
  return {
    desk,
    records,
    clock,
    async letIn(name, role) {
      const added = await desk.addAccount(commandLine, { name, role, display: `${name}さん` });
      const link = added.kind === 'added' ? await desk.makeLink(commandLine, added.member.id) : added;
      if (link.kind !== 'made') throw new Error(`No link for ${name}: ${link.kind}.`);
      const opened = await desk.useLink({ token: link.token, password: goodPassword, userAgent: firefox });
      if (opened.kind !== 'signed-in') throw new Error(`${name} was not let in: ${opened.kind}.`);
      return opened;
    },
    signIn: (name, password = goodPassword, address = '192.0.2.1') =>
      desk.signIn({ name, password, address, userAgent: firefox }),
    async acts() {
      const entries = await desk.listAudit(null, 1000);
      return entries.toReversed().map(({ who, act }) => `${who.accountName} ${act}`);
    },
  };
}
