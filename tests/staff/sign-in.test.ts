import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { attemptCounts, mostAttempts } from '../../src/staff/throttle.ts';
import { createTestDesk, goodPassword } from '../support/test-desk.ts';

const minute = 60_000;

describe('Signing in', () => {
  test('with name and password leads in, however the name is typed', async () => {
    const { signIn, letIn } = createTestDesk();
    await letIn('tanaka', 'editor');
    for (const typed of ['tanaka', ' Tanaka ', 'ｔａｎａｋａ']) {
      expect(await signIn(typed)).toMatchObject({
        kind: 'signed-in',
        token: expect.stringMatching(/^[\w-]{43}$/),
        signedIn: { member: { name: 'tanaka', role: 'editor' } },
      });
    }
  });

  test('gives one answer for an unknown name, a wrong password, an account that is off and one without a password', async () => {
    const { desk, signIn, letIn } = createTestDesk();
    const { signedIn: boss } = await letIn('boss', 'administrator');
    const { signedIn: sato } = await letIn('sato', 'viewer');
    const actor = { accountId: boss.member.id, accountName: 'boss', role: boss.member.role };
    await desk.addAccount(actor, { name: 'new', display: 'New', role: 'viewer' });
    await desk.switchOff(actor, sato.member.id);
    const refused = { kind: 'refused' };
    expect(await signIn('nobody')).toEqual(refused);
    expect(await signIn('boss', 'not the password')).toEqual(refused);
    expect(await signIn('sato')).toEqual(refused);
    expect(await signIn('new')).toEqual(refused);
    expect(await signIn('new', '')).toEqual(refused);
  });

  test('five failures for a name close it for everybody, told in minutes, and only that name', async () => {
    const { signIn, letIn, clock } = createTestDesk();
    await letIn('tanaka', 'editor');
    await letIn('sato', 'editor');
    for (let count = 0; count < mostAttempts.account; count += 1) {
      expect(await signIn('tanaka', 'wrong', `192.0.2.${count}`)).toEqual({ kind: 'refused' });
      clock.now += minute;
    }
    expect(await signIn('tanaka', goodPassword, '192.0.2.99')).toEqual({ kind: 'throttled', minutes: 10 });
    expect(await signIn('sato')).toMatchObject({ kind: 'signed-in' });
    clock.now += 10 * minute - 1;
    expect(await signIn('tanaka')).toEqual({ kind: 'throttled', minutes: 1 });
    clock.now += 1;
    expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  });

  test('a name that does not exist is closed in the same way', async () => {
    const { signIn } = createTestDesk();
    for (let count = 0; count < mostAttempts.account; count += 1) await signIn('nobody', 'wrong', `192.0.2.${count}`);
    expect(await signIn('nobody')).toEqual({ kind: 'throttled', minutes: 15 });
  });

  test('many names from one address close that address, and no other', async () => {
    const { signIn, letIn } = createTestDesk();
    await letIn('tanaka', 'editor');
    for (let count = 0; count < mostAttempts.address; count += 1) await signIn(`name-${count}`, 'wrong');
    expect(await signIn('tanaka')).toEqual({ kind: 'throttled', minutes: 15 });
    expect(await signIn('tanaka', goodPassword, '192.0.2.2')).toMatchObject({ kind: 'signed-in' });
  });

  test('a success takes the failures of its own name back', async () => {
    const { signIn, letIn } = createTestDesk();
    await letIn('tanaka', 'editor');
    for (let round = 0; round < 3; round += 1) {
      for (let count = 1; count < mostAttempts.account; count += 1) await signIn('tanaka', 'wrong');
      expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
    }
  });

  test('fifty guesses at the same moment are no more than five', async () => {
    const { signIn, letIn } = createTestDesk();
    await letIn('tanaka', 'editor');
    const guesses = await Promise.all(
      Array.from({ length: 50 }, (_, count) => signIn('tanaka', 'wrong', `192.0.2.${count}`)),
    );
    expect(guesses.filter(({ kind }) => kind === 'refused')).toHaveLength(mostAttempts.account);
  });

  test('whatever the order of failures and pauses, no quarter of an hour holds more than five for a name', async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 5 * minute }), { minLength: 10, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(pauses, async (waits) => {
        const { signIn, clock } = createTestDesk();
        const admitted: number[] = [];
        for (const wait of waits) {
          clock.now += wait;
          const result = await signIn('tanaka', 'wrong', `address ${admitted.length}`);
          if (result.kind === 'refused') admitted.push(clock.now);
          else expect(result).toMatchObject({ kind: 'throttled', minutes: expect.any(Number) });
        }
        for (const at of admitted) {
          const close = admitted.filter((other) => other >= at && other < at + attemptCounts);
          expect(close.length).toBeLessThanOrEqual(mostAttempts.account);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('an account that is switched off while its password is being checked does not get in', async () => {
    const { desk, records, signIn, letIn } = createTestDesk();
    const { signedIn } = await letIn('tanaka', 'editor');
    const [result] = await Promise.all([
      signIn('tanaka'),
      records.accounts.find(signedIn.member.id).then(async (account) => {
        if (account) await records.accounts.save({ ...account, isActive: false });
      }),
    ]);
    expect(result).toEqual({ kind: 'refused' });
    expect(await desk.listSessions(signedIn)).toHaveLength(1);
  });

  test('is written down with who it was, and an unknown name without what was typed', async () => {
    const { signIn, letIn, acts, desk } = createTestDesk();
    await letIn('tanaka', 'editor');
    await signIn('tanaka', 'wrong');
    await signIn('a password in the wrong field');
    await signIn('tanaka');
    expect((await acts()).slice(-3)).toEqual(['tanaka sign-in-refused', ' sign-in-refused', 'tanaka signed-in']);
    expect(JSON.stringify(await desk.listAudit(null, 100))).not.toContain('wrong field');
  });
});
