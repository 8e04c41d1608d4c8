import { describe, expect, test } from '#jest';
import type { Account } from '../../src/office/staff/account.ts';
import type { Session } from '../../src/office/staff/session.ts';
import type { StaffRecords } from '../../src/office/staff/staff-records.ts';

const noon = Date.parse('2026-11-24T03:00:00Z');
const account = (name: string, more: Partial<Account> = {}): Account => ({
  id: `id of ${name}`,
  name,
  display: '田中',
  role: 'editor',
  password: null,
  isActive: true,
  createdAt: noon,
  ...more,
});
const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  accountId: 'id of tanaka',
  tokenHash: `hash of ${id}`,
  beganAt: noon,
  usedAt: noon,
  browser: 'Firefox Windows',
  ...more,
});
const link = (tokenHash: string, validUntil = noon + 1000) => ({
  tokenHash,
  accountId: 'id of tanaka',
  madeAt: noon,
  validUntil,
  usedAt: null,
});
const entry = (act: string) => ({ at: noon, who: { accountId: null, accountName: 'somebody' }, act, about: { n: 1 } });

/** Registers the tests that all `StaffRecords` must pass. */
export function describeStaffRecords(name: string, open: () => Promise<StaffRecords>): void {
  const withTanaka = async () => {
    const records = await open();
    await records.accounts.add(account('tanaka'));
    return records;
  };

  describe(`${name} keeps accounts`, () => {
    test('found by id and by name, and listed in the order of code points', async () => {
      const { accounts } = await open();
      for (const each of ['佐藤', 'b-1', 'b.2', 'a_']) expect(await accounts.add(account(each))).toBe(true);
      expect(await accounts.find('id of b.2')).toEqual(account('b.2'));
      expect(await accounts.findByName('佐藤')).toEqual(account('佐藤'));
      expect(await accounts.find('b.2')).toBeNull();
      expect(await accounts.findByName('B.2')).toBeNull();
      expect((await accounts.list()).map((each) => each.name)).toEqual(['a_', 'b-1', 'b.2', '佐藤']);
    });

    test('never two of one name', async () => {
      const { accounts } = await withTanaka();
      expect(await accounts.add(account('tanaka', { id: 'another', display: 'x' }))).toBe(false);
      expect(await accounts.list()).toEqual([account('tanaka')]);
    });

    test('and saves everything that may change in one, without changing the others', async () => {
      const { accounts } = await withTanaka();
      await accounts.add(account('sato'));
      const changed = account('tanaka', { display: 'T', role: 'approver', password: 'kept', isActive: false });
      await accounts.save(changed);
      expect(await accounts.list()).toEqual([account('sato'), changed]);
    });
  });

  describe(`${name} keeps sessions`, () => {
    test('found by their hash, the last used first, and with a time of use that only moves forwards', async () => {
      const { sessions } = await withTanaka();
      for (const id of ['a', 'b', 'c']) await sessions.add(session(id));
      await sessions.touch('b', noon + 60_000);
      await sessions.touch('b', noon + 1000);
      expect(await sessions.findByHash('hash of b')).toEqual(session('b', { usedAt: noon + 60_000 }));
      expect(await sessions.findByHash('b')).toBeNull();
      expect((await sessions.listOf('id of tanaka')).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
      expect(await sessions.listOf('id of sato')).toEqual([]);
    });

    test('and ends one of them, all of an account but one, or all of an account', async () => {
      const records = await withTanaka();
      await records.accounts.add(account('sato'));
      const { sessions } = records;
      for (const id of ['a', 'b', 'c', 'd']) await sessions.add(session(id));
      await sessions.add(session('other', { accountId: 'id of sato' }));
      expect(await sessions.remove('d')).toBe(true);
      expect(await sessions.remove('d')).toBe(false);
      expect(await sessions.removeAllOf('id of tanaka', 'b')).toBe(2);
      expect(await sessions.listOf('id of tanaka')).toEqual([session('b')]);
      expect(await sessions.removeAllOf('id of tanaka', null)).toBe(1);
      expect(await sessions.listOf('id of sato')).toHaveLength(1);
    });

    test('and sets their times back to the present after the clock was ahead', async () => {
      const { sessions } = await withTanaka();
      await sessions.add(session('ahead', { beganAt: noon + 5, usedAt: noon + 9 }));
      await sessions.add(session('used ahead', { beganAt: noon - 5, usedAt: noon + 9 }));
      await sessions.pullBack(noon);
      expect(await sessions.findByHash('hash of ahead')).toEqual(session('ahead', { beganAt: noon, usedAt: noon }));
      expect(await sessions.findByHash('hash of used ahead')).toEqual(
        session('used ahead', { beganAt: noon - 5, usedAt: noon }),
      );
    });

    test('until they began, or were last used, too long ago', async () => {
      const { sessions } = await withTanaka();
      await sessions.add(session('began', { beganAt: noon - 10, usedAt: noon }));
      await sessions.add(session('idle', { beganAt: noon - 5, usedAt: noon - 4 }));
      await sessions.add(session('good', { beganAt: noon - 6, usedAt: noon - 3 }));
      await sessions.removeOver(noon - 6, noon - 3);
      expect((await sessions.listOf('id of tanaka')).map(({ id }) => id)).toEqual(['good']);
    });
  });

  describe(`${name} keeps links`, () => {
    test('that can be used only once', async () => {
      const { links } = await withTanaka();
      await links.add(link('h'));
      expect(await Promise.all([1, 2, 3].map((later) => links.use('h', noon + later)))).toEqual([true, false, false]);
      expect(await links.findByHash('h')).toEqual({ ...link('h'), usedAt: noon + 1 });
      expect(await links.use('unknown', noon)).toBe(false);
    });

    test('that end together, except those already used or expired', async () => {
      const { links } = await withTanaka();
      await links.add(link('used'));
      await links.add(link('over', noon - 5));
      await links.add(link('open'));
      await links.use('used', noon);
      await links.endAllOf('id of tanaka');
      expect((await links.findByHash('used'))?.validUntil).toBe(noon + 1000);
      const open = await links.findByHash('open');
      expect(open?.validUntil).toBe(open?.madeAt);
      await links.removeOver(noon + 1);
      expect(await links.findByHash('over')).toBeNull();
      expect(await links.findByHash('used')).not.toBeNull();
    });

    test('whose times are set back after the clock was ahead, without making them last longer', async () => {
      const { links } = await withTanaka();
      await links.add(link('h'));
      await links.pullBack(noon - 50_000);
      expect(await links.findByHash('h')).toMatchObject({
        madeAt: noon - 50_000,
        validUntil: noon - 50_000 + (link('h').validUntil - link('h').madeAt),
      });
      await links.pullBack(noon);
      expect((await links.findByHash('h'))?.madeAt).toBe(noon - 50_000);
    });
  });

  describe(`${name} keeps attempts`, () => {
    test('counted by account and by address, and removed by account and by time', async () => {
      const { attempts } = await open();
      const add = (id: string, accountKey: string, addressKey: string, at: number) =>
        attempts.add({ id, accountKey, addressKey, at });
      await add('1', 'a', 'x', noon + 2);
      await add('2', 'a', 'y', noon + 1);
      await add('3', 'b', 'x', noon);
      expect(await attempts.timesOfAccount('a', noon)).toEqual([noon + 1, noon + 2]);
      expect(await attempts.timesOfAddress('x', noon - 1)).toEqual([noon, noon + 2]);
      expect(await attempts.timesOfAddress('x', noon)).toEqual([noon + 2]);
      expect(await attempts.timesOfPair('a', 'x', noon)).toEqual([noon + 2]);
      expect(await attempts.timesOfPair('a', 'nowhere', 0)).toEqual([]);
      await attempts.pullBack(noon + 1);
      expect(await attempts.timesOfAccount('a', noon)).toEqual([noon + 1, noon + 1]);
      await attempts.clearAccount('a');
      expect(await attempts.timesOfAddress('x', 0)).toEqual([noon]);
      await attempts.removeUntil(noon);
      expect(await attempts.timesOfAddress('x', 0)).toEqual([]);
    });
  });

  describe(`${name} keeps an audit`, () => {
    test('read from its newest entry, in pages that do not shift when an entry is added', async () => {
      const { audit } = await open();
      for (const act of ['one', 'two', 'three', 'four']) await audit.add(entry(act));
      expect(await Promise.all([audit.has(entry('two')), audit.has(entry('six'))])).toEqual([true, false]);
      const page = await audit.list(null, 2);
      expect(page.map(({ act }) => act)).toEqual(['four', 'three']);
      await audit.add(entry('five'));
      const next = await audit.list(page.at(-1)?.number ?? null, 5);
      expect(next.map(({ act }) => act)).toEqual(['two', 'one']);
      expect(next[0]).toEqual({ ...entry('two'), number: expect.any(Number) });
    });
  });

  describe(`${name} runs several steps as one transaction`, () => {
    test('and undoes all of them when one fails', async () => {
      const records = await withTanaka();
      const work = records.transaction(async ({ accounts, audit }) => {
        await accounts.save(account('tanaka', { role: 'administrator' }));
        await audit.add(entry('role-changed'));
        throw new Error('the machine stopped');
      });
      await expect(work).rejects.toThrow('the machine stopped');
      expect(await records.accounts.find('id of tanaka')).toEqual(account('tanaka'));
      expect(await records.audit.list(null, 9)).toEqual([]);
    });

    test('without steps of others in between', async () => {
      const records = await withTanaka();
      const add = () =>
        records.transaction(async ({ accounts }) => {
          const { display = '' } = (await accounts.find('id of tanaka')) ?? {};
          await accounts.save(account('tanaka', { display: `${display}!` }));
        });
      await Promise.all(Array.from({ length: 8 }, add));
      expect((await records.accounts.find('id of tanaka'))?.display).toBe('田中!!!!!!!!');
    });
  });
}
