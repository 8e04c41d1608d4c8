import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { mostWaiting } from '../../../src/office/staff/passwords.ts';
import { attemptWindow, paces } from '../../../src/office/staff/throttle.ts';
import { createMemoryStaffRecords } from '../../support/memory-staff-records.ts';
import { createTestDesk, firefox, goodPassword, type TestDesk } from '../../support/test-desk.ts';

const minute = 60_000;

describe('Signing in', () => {
  test('works with name and password, however the name is typed', async () => {
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

  test('gives the same answer for an unknown name, a wrong password, an account that is off and one without a password', async () => {
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

  const fail = async ({ signIn }: TestDesk, times: number, name: string, address = '192.0.2.1') => {
    for (let count = 0; count < times; count += 1) await signIn(name, 'wrong', address);
  };

  test('is slowed down after five failures for a name from one address, only there, and never for longer than the pause', async () => {
    const desk = createTestDesk();
    const { signIn, letIn, clock } = desk;
    await letIn('tanaka', 'editor');
    await letIn('sato', 'editor');
    await fail(desk, paces.pair.free, 'tanaka');
    expect(await signIn('tanaka')).toEqual({ kind: 'throttled', seconds: 30 });
    expect(await signIn('tanaka', goodPassword, '192.0.2.99')).toMatchObject({ kind: 'signed-in' });
    await fail(desk, paces.pair.free, 'tanaka');
    expect(await signIn('sato')).toMatchObject({ kind: 'signed-in' });
    clock.now += 29_001;
    expect(await signIn('tanaka')).toEqual({ kind: 'throttled', seconds: 1 });
    // An attempt that comes too early does not make the wait longer.
    clock.now += 999;
    expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  });

  test('with a name that does not exist is slowed down in the same way', async () => {
    const desk = createTestDesk();
    await fail(desk, paces.pair.free, 'nobody');
    expect(await desk.signIn('nobody')).toEqual({ kind: 'throttled', seconds: 30 });
  });

  test('from an address that tried many names is slowed down, and from no other', async () => {
    const { signIn, letIn, clock } = createTestDesk();
    await letIn('tanaka', 'editor');
    for (let count = 0; count < paces.address.free; count += 1) await signIn(`name-${count}`, 'wrong');
    expect(await signIn('tanaka')).toEqual({ kind: 'throttled', seconds: 30 });
    expect(await signIn('tanaka', goodPassword, '192.0.2.2')).toMatchObject({ kind: 'signed-in' });
    clock.now += paces.address.pause;
    expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  });

  test('stays possible within seconds while another address tries the same name again and again', async () => {
    const { signIn, letIn, clock } = createTestDesk();
    await letIn('tanaka', 'editor');
    for (let second = 0; second < 3600; second += 1) {
      await signIn('tanaka', 'wrong', '198.51.100.1');
      clock.now += 1000;
    }
    expect(await signIn('tanaka', 'wrong', '192.0.2.1')).toEqual({ kind: 'refused' });
    let waited = 0;
    while ((await signIn('tanaka', goodPassword, '192.0.2.1')).kind === 'throttled') {
      await signIn('tanaka', 'wrong', '198.51.100.1');
      clock.now += 1000;
      waited += 1;
    }
    expect(waited).toBeLessThanOrEqual(20);
  });

  test('in a browser that has signed in to the account before is not slowed down by what strangers try', async () => {
    const desk = createTestDesk();
    const { signIn, letIn, clock } = desk;
    const { signedIn } = await letIn('tanaka', 'editor');
    await letIn('sato', 'editor');
    const browser = desk.desk.rememberBrowser(null, signedIn.member.id);
    expect(desk.desk.rememberBrowser(browser, signedIn.member.id)).toBeNull();
    const own = (name: string, password = goodPassword) =>
      desk.desk.signIn({ name, password, address: '192.0.2.1', userAgent: firefox, browser });
    for (let count = 0; count < 100; count += 1) {
      await signIn('tanaka', 'wrong', `198.51.100.${count}`);
      await signIn('tanaka', 'wrong');
    }
    expect(await signIn('tanaka')).toMatchObject({ kind: 'throttled' });
    expect(await own('tanaka')).toMatchObject({ kind: 'signed-in' });
    // The attempts of this browser are counted separately. It is not known for any other account.
    for (let count = 0; count < paces.known.free; count += 1)
      expect(await own('tanaka', 'wrong')).toEqual({ kind: 'refused' });
    expect(await own('tanaka')).toEqual({ kind: 'throttled', seconds: 30 });
    clock.now += paces.known.pause;
    expect(await own('tanaka')).toMatchObject({ kind: 'signed-in' });
    for (let count = 0; count < paces.pair.free; count += 1) await own('sato', 'wrong');
    expect(await own('sato')).toMatchObject({ kind: 'throttled' });
  });

  test('in a known browser comes before strangers, of whom a limited number waits, whatever addresses and names they use', async () => {
    // At this cost, checking a password takes much longer than counting an attempt, as it also does at the usual cost.
    const desk = createTestDesk(createMemoryStaffRecords(), { log2N: 13, r: 8, p: 1 });
    const { signedIn } = await desk.letIn('tanaka', 'editor');
    const browser = desk.desk.rememberBrowser(null, signedIn.member.id);
    let looked = 0;
    const strangers = Array.from({ length: 200 }, async (_, count) => {
      const { kind } = await desk.signIn(`name${count}`, 'wrong', `198.51.100.${count}`);
      if (kind === 'refused') looked += 1;
      return kind;
    });
    const own = desk.desk.signIn({ name: 'tanaka', password: goodPassword, address: 'x', userAgent: firefox, browser });
    expect(await own).toMatchObject({ kind: 'signed-in' });
    expect(looked).toBeLessThan(mostWaiting);
    const throttled = (await Promise.all(strangers)).filter((kind) => kind === 'throttled');
    expect(throttled.length).toBeGreaterThan(100);
    expect(looked).toBe(200 - throttled.length);
    expect(await desk.signIn('tanaka', goodPassword, '203.0.113.1')).toMatchObject({ kind: 'signed-in' });
  });

  test('knows a browser only by a cookie with our signature', async () => {
    const { desk, letIn } = createTestDesk();
    const { signedIn } = await letIn('tanaka', 'editor');
    const cookie = desk.rememberBrowser(null, signedIn.member.id) ?? '';
    expect(desk.knowsBrowser(cookie)).toMatch(/^[\w-]{22}$/);
    const [id, accounts, signature = ''] = cookie.split('.');
    const changed = [
      ...[
        '',
        'x',
        '__proto__',
        cookie.slice(0, -1),
        `${cookie}x`,
        `${cookie.startsWith('x') ? 'y' : 'x'}${cookie.slice(1)}`,
      ],
      cookie.repeat(1000),
      `${id}.${'a'.repeat(22)}.${signature}`,
      `${id}.${accounts}~${'a'.repeat(22)}.${signature}`,
    ];
    for (const each of changed) expect([each, desk.knowsBrowser(each)]).toEqual([each, null]);
    let more = cookie;
    for (let count = 0; count < 20; count += 1) more = desk.rememberBrowser(more, `${count}`.padStart(22, 'b')) ?? more;
    expect(more.length).toBeLessThan(300);
    expect(desk.knowsBrowser(more)).toBe(id);
  });

  test('waits no longer than the pause after a clock that was a year ahead has been corrected', async () => {
    const desk = createTestDesk();
    const { signIn, letIn, clock } = desk;
    await letIn('tanaka', 'editor');
    clock.now += 365 * 24 * 60 * minute;
    await fail(desk, 30, 'tanaka');
    clock.now -= 365 * 24 * 60 * minute;
    // The failures count as made now.
    expect(await signIn('tanaka')).toEqual({ kind: 'throttled', seconds: 30 });
    clock.now += minute / 2;
    expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  });

  test('with success clears the failures of that name', async () => {
    const { signIn, letIn } = createTestDesk();
    await letIn('tanaka', 'editor');
    for (let round = 0; round < 3; round += 1) {
      for (let count = 1; count < paces.pair.free; count += 1) await signIn('tanaka', 'wrong');
      expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
    }
  });

  test('fifty times at the same moment gets no more guesses than one after the other', async () => {
    const { signIn, letIn } = createTestDesk();
    await letIn('tanaka', 'editor');
    const guesses = (address: (count: number) => string) =>
      Promise.all(Array.from({ length: 50 }, (_, count) => signIn('tanaka', 'wrong', address(count))));
    const admitted = (results: readonly { readonly kind: string }[]) =>
      results.filter(({ kind }) => kind === 'refused');
    expect(admitted(await guesses(() => '192.0.2.1'))).toHaveLength(paces.pair.free);
    expect(admitted(await guesses((count) => `198.51.100.${count}`))).toHaveLength(
      paces.account.free - paces.pair.free,
    );
  });

  test('gets at most 35 guesses in a quarter of an hour for a name from one address, whatever the pauses between them', async () => {
    const pauses = fc.array(fc.integer({ min: 0, max: minute }), { minLength: 40, maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(pauses, async (waits) => {
        const { signIn, clock } = createTestDesk();
        const admitted: number[] = [];
        for (const wait of waits) {
          clock.now += wait;
          const result = await signIn('tanaka', 'wrong');
          if (result.kind === 'refused') admitted.push(clock.now);
          else expect(result).toMatchObject({ kind: 'throttled', seconds: expect.any(Number) });
        }
        for (const at of admitted) {
          const close = admitted.filter((other) => other >= at && other < at + attemptWindow);
          expect(close.length).toBeLessThanOrEqual(paces.pair.free + attemptWindow / paces.pair.pause);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('fails if the account is switched off while its password is being checked', async () => {
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

  test('is audited with the name of the account, but without what was typed if the name is unknown', async () => {
    const { signIn, letIn, acts, desk } = createTestDesk();
    await letIn('tanaka', 'editor');
    await signIn('tanaka', 'wrong');
    await signIn('a password in the wrong field');
    await signIn('tanaka');
    expect((await acts()).slice(-3)).toEqual(['tanaka sign-in-refused', ' sign-in-refused', 'tanaka signed-in']);
    expect(JSON.stringify(await desk.listAudit(null, 100))).not.toContain('wrong field');
  });
});
