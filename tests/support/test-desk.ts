import { randomBytes } from 'node:crypto';
import { commandLine } from '../../src/office/staff/desk/actor.ts';
import type { SignedIn } from '../../src/office/staff/desk/open-session.ts';
import type { ScryptCost } from '../../src/office/staff/passwords.ts';
import type { Role } from '../../src/office/staff/role.ts';
import { createStaffDesk, type StaffDesk } from '../../src/office/staff/staff-desk.ts';
import type { StaffRecords } from '../../src/office/staff/staff-records.ts';
import { createMemoryStaffRecords } from './memory-staff-records.ts';

/** A good password for whoever needs one. */
export const goodPassword = 'a moose walks into my kitchen';

/** What a browser on an office computer says of itself. */
export const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

/** A desk whose clock is set by hand and whose passwords cost next to nothing. */
export interface TestDesk {
  readonly desk: StaffDesk;
  readonly records: StaffRecords;
  readonly clock: { now: number };
  /** Adds somebody who has used his link. */
  letIn(name: string, role: Role): Promise<{ readonly token: string; readonly signedIn: SignedIn }>;
  /** Signs in, or tries to, from one office's address unless told otherwise. */
  signIn(name: string, password?: string, address?: string): ReturnType<StaffDesk['signIn']>;
  /** What the audit says, the earliest first. */
  acts(): Promise<string[]>;
}

/** A desk over the given records, or over new ones in memory. */
export function createTestDesk(
  records = createMemoryStaffRecords(),
  passwordCost: ScryptCost = { log2N: 4, r: 8, p: 1 },
): TestDesk {
  const clock = { now: Date.parse('2026-11-24T00:00:00Z') };
  const desk = createStaffDesk({
    records,
    clock: () => clock.now,
    stopwatch: () => clock.now,
    random: randomBytes,
    addressKey: 'a key for tests',
    passwordCost,
    // The judge has a test of its own; here it would take half a second for everybody who is let in.
    isCommon: async () => false,
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
