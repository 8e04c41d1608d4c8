import { describe, expect, test } from '#jest';
import { actorOf, commandLine } from '../../../src/office/staff/desk/actor.ts';
import { may, roles } from '../../../src/office/staff/role.ts';
import { createTestDesk } from '../../support/test-desk.ts';

describe('Roles', () => {
  test('each may do what the one below may do, and only administrators manage accounts', () => {
    const table = roles.map((role) =>
      (['read', 'edit', 'publish', 'approve', 'manage-accounts'] as const).filter((act) => may(role, act)),
    );
    expect(table).toEqual([
      ['read'],
      ['read', 'edit', 'publish'],
      ['read', 'edit', 'publish', 'approve'],
      ['read', 'edit', 'publish', 'approve', 'manage-accounts'],
    ]);
  });
});

describe('Accounts', () => {
  test('are managed by administrators alone', async () => {
    const { desk, letIn, acts } = createTestDesk();
    const { signedIn: boss } = await letIn('boss', 'administrator');
    for (const role of ['viewer', 'editor', 'approver'] as const) {
      const { signedIn } = await letIn(role, role);
      const actor = actorOf(signedIn.member);
      const before = await acts();
      const no = { kind: 'not-allowed' };
      expect(await desk.addAccount(actor, { name: 'friend', display: 'Friend', role: 'viewer' })).toEqual(no);
      expect(await desk.changeRole(actor, signedIn.member.id, 'administrator')).toEqual(no);
      expect(await desk.changeDisplay(actor, boss.member.id, 'x')).toEqual(no);
      expect(await desk.switchOff(actor, boss.member.id)).toEqual(no);
      expect(await desk.switchOn(actor, boss.member.id)).toEqual(no);
      expect(await desk.makeLink(actor, boss.member.id)).toEqual(no);
      expect(await acts()).toEqual(before);
    }
  });

  test('have audit entries that name who managed them, and nothing else about that person', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn } = await letIn('boss', 'administrator');
    const actor = actorOf(signedIn.member);
    await desk.addAccount(actor, { name: 'friend', display: 'Friend', role: 'viewer' });
    await desk.changeRole(actor, (await desk.findMember('friend'))?.id ?? '', 'editor');
    await desk.makeLink(actor, signedIn.member.id);
    const who = { accountId: signedIn.member.id, accountName: 'boss' };
    expect((await desk.listAudit(null, 3)).map((entry) => entry.who)).toEqual([who, who, who]);
  });

  test.each([
    ['a', 'A', 'bad-name'],
    ['with space', 'A', 'bad-name'],
    ['-dash', 'A', 'bad-name'],
    ['x'.repeat(41), 'A', 'bad-name'],
    ['<script>', 'A', 'bad-name'],
    ['fine', ' ', 'bad-display'],
    ['fine', 'two\nlines', 'bad-display'],
    ['fine', 'x'.repeat(61), 'bad-display'],
    ['Boss', 'A', 'name-taken'],
    ['ｂｏｓｓ', 'A', 'name-taken'],
  ])('named "%s", shown as "%s": %s', async (name, display, kind) => {
    const { desk, letIn } = createTestDesk();
    await letIn('boss', 'administrator');
    expect(await desk.addAccount(commandLine, { name, display, role: 'viewer' })).toEqual({ kind });
    expect(await desk.listMembers()).toHaveLength(1);
  });

  test('are shown without anything that helps to sign in', async () => {
    const { desk, letIn } = createTestDesk();
    await letIn('山田', 'administrator');
    expect(await desk.findMember('山田')).toEqual({
      id: expect.any(String),
      name: '山田',
      display: '山田さん',
      role: 'administrator',
      isActive: true,
      hasPassword: true,
      createdAt: expect.any(Number),
    });
  });

  test('that are switched off lose all sessions at once; once they are switched on, their password is valid again', async () => {
    const { desk, letIn, signIn } = createTestDesk();
    await letIn('boss', 'administrator');
    const { token, signedIn } = await letIn('tanaka', 'editor');
    await desk.switchOff(commandLine, signedIn.member.id);
    expect(await desk.readSession(token)).toEqual({ kind: 'signed-out' });
    await desk.switchOn(commandLine, signedIn.member.id);
    expect(await desk.readSession(token)).toEqual({ kind: 'signed-out' });
    expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  });

  test('have a new role at once, even in open sessions', async () => {
    const { desk, letIn } = createTestDesk();
    await letIn('boss', 'administrator');
    const { token, signedIn } = await letIn('tanaka', 'editor');
    await desk.changeRole(commandLine, signedIn.member.id, 'viewer');
    expect(await desk.readSession(token)).toMatchObject({ signedIn: { member: { role: 'viewer' } } });
  });

  test('the last administrator who can sign in stays one', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn: boss } = await letIn('boss', 'administrator');
    const actor = actorOf(boss.member);
    await desk.addAccount(actor, { name: 'second', display: 'Second', role: 'administrator' });
    const last = { kind: 'last-administrator' };
    expect(await desk.switchOff(actor, boss.member.id)).toEqual(last);
    expect(await desk.changeRole(actor, boss.member.id, 'editor')).toEqual(last);
    await letIn('third', 'administrator');
    expect(await desk.switchOff(actor, boss.member.id)).toMatchObject({ kind: 'changed' });
  });

  test('that do not exist are reported as unknown', async () => {
    const { desk } = createTestDesk();
    expect(await desk.switchOff(commandLine, 'nobody')).toEqual({ kind: 'unknown-account' });
    expect(await desk.makeLink(commandLine, 'nobody')).toEqual({ kind: 'unknown-account' });
    expect(await desk.findMember('nobody')).toBeNull();
  });

  test('every change is audited with who made it and what it was', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn: boss } = await letIn('boss', 'administrator');
    const { signedIn } = await letIn('tanaka', 'editor');
    const actor = actorOf(boss.member);
    await desk.changeRole(actor, signedIn.member.id, 'approver');
    await desk.changeDisplay(actor, signedIn.member.id, ' 田中 ');
    await desk.switchOff(actor, signedIn.member.id);
    await desk.switchOn(actor, signedIn.member.id);
    const entries = (await desk.listAudit(null, 4)).toReversed();
    expect(entries.map(({ act, about }) => ({ act, about }))).toEqual([
      { act: 'role-changed', about: { account: 'tanaka', role: 'approver' } },
      { act: 'display-changed', about: { account: 'tanaka', display: '田中' } },
      { act: 'account-switched-off', about: { account: 'tanaka' } },
      { act: 'account-switched-on', about: { account: 'tanaka' } },
    ]);
    expect(entries.map(({ who }) => who.accountName)).toEqual(['boss', 'boss', 'boss', 'boss']);
  });
});
