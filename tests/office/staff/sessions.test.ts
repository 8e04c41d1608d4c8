import { describe, expect, test } from '#jest';
import { csrfTokenOf, isSameSecret } from '../../../src/office/staff/secret-token.ts';
import { createTestDesk, firefox, goodPassword } from '../../support/test-desk.ts';

const minute = 60_000;
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';

describe('Sessions', () => {
  test('last 60 minutes without use', async () => {
    const { desk, clock, letIn } = createTestDesk();
    const { token } = await letIn('tanaka', 'editor');
    clock.now += 60 * minute - 1;
    expect(await desk.readSession(token)).toMatchObject({
      kind: 'signed-in',
      signedIn: { member: { name: 'tanaka' } },
    });
    clock.now += 60 * minute;
    expect(await desk.readSession(token)).toEqual({ kind: 'session-over' });
    expect(await desk.readSession(token)).toEqual({ kind: 'signed-out' });
  });

  test('last 8 hours at most', async () => {
    const { desk, clock, letIn } = createTestDesk();
    const { token, signedIn } = await letIn('tanaka', 'editor');
    const began = clock.now;
    expect(signedIn.endsAt).toBe(began + 8 * 60 * minute);
    while (clock.now + 30 * minute < signedIn.endsAt) {
      clock.now += 30 * minute;
      expect(await desk.readSession(token)).toMatchObject({ kind: 'signed-in' });
    }
    clock.now = signedIn.endsAt;
    expect(await desk.readSession(token)).toEqual({ kind: 'session-over' });
  });

  test('note their use at most once a minute', async () => {
    const { desk, records, clock, letIn } = createTestDesk();
    const { token, signedIn } = await letIn('tanaka', 'editor');
    const usedAt = async () => (await records.sessions.listOf(signedIn.member.id))[0]?.usedAt;
    const began = clock.now;
    clock.now = began + minute - 1;
    await desk.readSession(token);
    expect(await usedAt()).toBe(began);
    clock.now = began + minute;
    await desk.readSession(token);
    expect(await usedAt()).toBe(began + minute);
  });

  test('are listed with the browser in two words, and can be ended one by one, or all except this one', async () => {
    const { desk, signIn, letIn, acts } = createTestDesk();
    const { token, signedIn } = await letIn('tanaka', 'editor');
    const form = { name: 'tanaka', password: goodPassword, address: '192.0.2.1' };
    const phone = await desk.signIn({ ...form, userAgent: iphone });
    const unknown = await desk.signIn({ ...form, userAgent: '' });
    if (phone.kind !== 'signed-in' || unknown.kind !== 'signed-in') throw new Error('not signed in');
    const listed = await desk.listSessions(signedIn);
    expect(listed.map(({ browser }) => browser).sort()).toEqual(['? ?', 'Firefox Windows', 'Safari iPhone']);
    expect(listed.filter(({ isThisOne }) => isThisOne)).toMatchObject([{ browser: 'Firefox Windows' }]);
    expect(await desk.revokeSession(signedIn, phone.signedIn.sessionId)).toEqual({ kind: 'revoked' });
    expect(await desk.readSession(phone.token)).toEqual({ kind: 'signed-out' });
    await signIn('tanaka');
    expect(await desk.revokeOthers(signedIn)).toEqual({ kind: 'revoked', count: 2 });
    expect(await desk.readSession(unknown.token)).toEqual({ kind: 'signed-out' });
    expect(await desk.readSession(token)).toMatchObject({ kind: 'signed-in' });
    await desk.signOut(signedIn);
    await desk.signOut(signedIn);
    expect(await desk.readSession(token)).toEqual({ kind: 'signed-out' });
    expect((await acts()).filter((act) => /revoked|signed-out/.test(act))).toEqual([
      'tanaka session-revoked',
      'tanaka others-signed-out',
      'tanaka signed-out',
    ]);
  });

  test('of others cannot be ended, and the answer is the same as for an unknown one', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn } = await letIn('tanaka', 'editor');
    const other = await letIn('sato', 'viewer');
    expect(await desk.revokeSession(signedIn, other.signedIn.sessionId)).toEqual({ kind: 'unknown-session' });
    expect(await desk.readSession(other.token)).toMatchObject({ kind: 'signed-in' });
  });

  test('carry a token for forms that belongs to one session and does not reveal its secret', async () => {
    const { desk, signIn, letIn } = createTestDesk();
    const { token, signedIn } = await letIn('tanaka', 'editor');
    const other = await signIn('tanaka');
    const read = await desk.readSession(token);
    if (read.kind !== 'signed-in' || other.kind !== 'signed-in') throw new Error('not signed in');
    expect(read.signedIn.csrfToken).toBe(signedIn.csrfToken);
    expect(isSameSecret(csrfTokenOf(token), signedIn.csrfToken)).toBe(true);
    expect(isSameSecret(other.signedIn.csrfToken, signedIn.csrfToken)).toBe(false);
    expect(JSON.stringify(read)).not.toContain(token);
  });
});

describe('Changing the password', () => {
  const form = { current: goodPassword, next: 'another good password', address: '192.0.2.1' };

  test('ends every other session and keeps this one', async () => {
    const { desk, signIn, letIn } = createTestDesk();
    const { token, signedIn } = await letIn('tanaka', 'editor');
    const other = await signIn('tanaka');
    expect(await desk.changePassword(signedIn, form)).toEqual({ kind: 'changed' });
    expect(await desk.readSession(token)).toMatchObject({ kind: 'signed-in' });
    expect(await desk.readSession(other.kind === 'signed-in' ? other.token : '')).toEqual({ kind: 'signed-out' });
    expect(await signIn('tanaka')).toEqual({ kind: 'refused' });
    expect(await signIn('tanaka', form.next)).toMatchObject({ kind: 'signed-in' });
  });

  test('needs the current one, and cannot be used to guess it', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn } = await letIn('tanaka', 'editor');
    for (let count = 0; count < 5; count += 1) {
      expect(await desk.changePassword(signedIn, { ...form, current: 'a guess' })).toEqual({ kind: 'wrong-password' });
    }
    expect(await desk.changePassword(signedIn, form)).toEqual({ kind: 'throttled', seconds: 30 });
  });

  test('refuses a weak one, and does not count that as an attempt', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn } = await letIn('tanaka', 'editor');
    for (let count = 0; count < 9; count += 1) {
      const weak = await desk.changePassword(signedIn, { ...form, next: 'too short' });
      expect(weak).toEqual({ kind: 'weak-password', why: 'too-short' });
    }
    expect(await desk.changePassword(signedIn, form)).toEqual({ kind: 'changed' });
  });
});

test('Tidying removes what no longer counts, and nothing else', async () => {
  const { desk, records, clock, letIn, signIn } = createTestDesk();
  const { signedIn } = await letIn('tanaka', 'editor');
  await signIn('tanaka', 'wrong');
  await desk.tidy();
  expect(await records.sessions.listOf(signedIn.member.id)).toHaveLength(1);
  expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  await desk.signIn({ name: 'tanaka', password: 'wrong', address: '192.0.2.1', userAgent: firefox });
  clock.now += 60 * minute + 1;
  await desk.tidy();
  expect(await records.sessions.listOf(signedIn.member.id)).toEqual([]);
  expect(await desk.listMembers()).toHaveLength(1);
});
