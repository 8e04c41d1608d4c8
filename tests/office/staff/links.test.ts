import { describe, expect, test } from '#jest';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { createTestDesk, firefox, goodPassword, type TestDesk } from '../../support/test-desk.ts';

const hour = 60 * 60_000;

async function newcomer(test: TestDesk) {
  const added = await test.desk.addAccount(commandLine, { name: 'tanaka', display: '田中', role: 'editor' });
  if (added.kind !== 'added') throw new Error(added.kind);
  return added.member;
}
async function linkFor({ desk }: TestDesk, id: string): Promise<string> {
  const made = await desk.makeLink(commandLine, id);
  if (made.kind !== 'made') throw new Error(made.kind);
  return made.token;
}
const use = ({ desk }: TestDesk, token: string, password = goodPassword) =>
  desk.useLink({ token, password, userAgent: firefox });

describe('Sign-in links', () => {
  test('set the password, sign in, and work once', async () => {
    const desk = createTestDesk();
    const token = await linkFor(desk, (await newcomer(desk)).id);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await desk.desk.readLink(token)).toMatchObject({ kind: 'good-link', member: { name: 'tanaka' } });
    expect(await use(desk, token)).toMatchObject({
      kind: 'signed-in',
      signedIn: { member: { name: 'tanaka', hasPassword: true } },
    });
    expect(await desk.desk.readLink(token)).toEqual({ kind: 'used-link' });
    expect(await use(desk, token)).toEqual({ kind: 'used-link' });
    expect(await desk.signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
    expect(await desk.acts()).toEqual([
      'command line account-added',
      'command line link-made',
      'tanaka link-used',
      'tanaka signed-in',
    ]);
  });

  test('used twice at the same moment sign in only once', async () => {
    const desk = createTestDesk();
    const token = await linkFor(desk, (await newcomer(desk)).id);
    const kinds = (await Promise.all([use(desk, token), use(desk, token)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['signed-in', 'used-link']);
  });

  test('end after a day, when the next link is made, and when the account is switched off', async () => {
    const desk = createTestDesk();
    const { id } = await newcomer(desk);
    const first = await linkFor(desk, id);
    const second = await linkFor(desk, id);
    expect(await use(desk, first)).toEqual({ kind: 'old-link' });
    desk.clock.now += 24 * hour - 1;
    expect(await desk.desk.readLink(second)).toMatchObject({ kind: 'good-link' });
    desk.clock.now += 1;
    expect(await use(desk, second)).toEqual({ kind: 'old-link' });
    const third = await linkFor(desk, id);
    await desk.desk.switchOff(commandLine, id);
    expect(await use(desk, third)).toEqual({ kind: 'old-link' });
    expect(await desk.desk.makeLink(commandLine, id)).toEqual({ kind: 'account-off' });
    expect(await use(desk, 'made up')).toEqual({ kind: 'unknown-link' });
  });

  test('stay valid when the password is too weak', async () => {
    const desk = createTestDesk();
    const token = await linkFor(desk, (await newcomer(desk)).id);
    expect(await use(desk, token, 'short')).toEqual({ kind: 'weak-password', why: 'too-short' });
    expect(await use(desk, token)).toMatchObject({ kind: 'signed-in' });
  });

  test('help somebody who forgot the password: older sessions end, and failures no longer count', async () => {
    const desk = createTestDesk();
    const { token: before, signedIn } = await desk.letIn('tanaka', 'editor');
    for (let count = 0; count < 6; count += 1) await desk.signIn('tanaka', 'forgotten');
    expect(await desk.signIn('tanaka')).toMatchObject({ kind: 'throttled' });
    await use(desk, await linkFor(desk, signedIn.member.id), 'another good password');
    expect(await desk.desk.readSession(before)).toEqual({ kind: 'signed-out' });
    expect(await desk.signIn('tanaka')).toEqual({ kind: 'refused' });
    expect(await desk.signIn('tanaka', 'another good password')).toMatchObject({ kind: 'signed-in' });
  });
});

test('A name that is given while a new password is judged stays, and the audit names only the person who gave it', async () => {
  const { desk, records, acts } = createTestDesk();
  const first = await desk.firstSignInLink();
  const added = await desk.addAccount(commandLine, { name: 'tanaka', display: '田中', role: 'editor' });
  const second = added.kind === 'added' ? await desk.makeLink(commandLine, added.member.id) : added;
  if (first.kind !== 'made' || second.kind !== 'made') throw new Error('no link');
  for (const { token, member } of [first, second]) {
    const slow = createTestDesk(records, undefined, async () => {
      await desk.changeDisplay(commandLine, member.id, '山田');
      return false;
    });
    const names = { name: 'hanako', display: '花子' };
    const used = await slow.desk.useLink({ token, password: goodPassword, userAgent: firefox, names });
    expect(used).toMatchObject({ signedIn: { member: { name: member.name, display: '山田' } } });
    expect((await acts()).slice(-2)).toEqual(['command line display-changed', `${member.name} link-used`]);
  }
});

describe('The first start', () => {
  test('makes one administrator and a link, again at every start until it is used', async () => {
    const desk = createTestDesk();
    const first = await desk.desk.firstSignInLink();
    const second = await desk.desk.firstSignInLink();
    if (first.kind !== 'made' || second.kind !== 'made') throw new Error('no link');
    expect(await desk.desk.listMembers()).toMatchObject([{ name: 'administrator', role: 'administrator' }]);
    expect(await use(desk, first.token)).toEqual({ kind: 'old-link' });
    expect(await use(desk, second.token)).toMatchObject({ kind: 'signed-in' });
    expect(await desk.desk.firstSignInLink()).toEqual({ kind: 'not-needed' });
  });

  test('makes only one account, even twice at the same moment', async () => {
    const desk = createTestDesk();
    await Promise.all([desk.desk.firstSignInLink(), desk.desk.firstSignInLink()]);
    expect(await desk.desk.listMembers()).toHaveLength(1);
  });

  test('never switches on an account that somebody switched off', async () => {
    const desk = createTestDesk();
    await desk.desk.firstSignInLink();
    const [first] = await desk.desk.listMembers();
    await desk.desk.switchOff(commandLine, first?.id ?? '');
    expect(await desk.desk.firstSignInLink()).toMatchObject({ kind: 'made', member: { name: 'administrator-2' } });
    expect((await desk.desk.findMember('administrator'))?.isActive).toBe(false);
  });
});
