import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '#jest';
import { isCommonPassword } from '../../src/staff/common-passwords.ts';
import { weaknessOf } from '../../src/staff/password-rules.ts';
import { createPasswords, usualCost } from '../../src/staff/passwords.ts';
import { createStaffDesk } from '../../src/staff/staff-desk.ts';
import { createTestDesk, goodPassword } from '../support/test-desk.ts';

const cheap = { log2N: 4, r: 8, p: 1 };

describe('Passwords', () => {
  test('are kept with their cost and salt, differently each time, and known again', async () => {
    const passwords = createPasswords(randomBytes);
    const kept = await passwords.hash(goodPassword);
    expect(kept).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await passwords.verify(kept, goodPassword, 'stranger')).toBe(true);
    expect(await passwords.verify(kept, `${goodPassword} `, 'stranger')).toBe(false);
    expect(128 * 2 ** usualCost.log2N * usualCost.r).toBe(32 * 1024 * 1024);
    const other = createPasswords(randomBytes, cheap);
    expect(await other.hash(goodPassword)).not.toBe(await other.hash(goodPassword));
  });

  test('typed on another keyboard are the same', async () => {
    const passwords = createPasswords(randomBytes, cheap);
    const kept = await passwords.hash('パスワード ABC 12345');
    expect(await passwords.verify(kept, 'ﾊﾟｽﾜｰﾄﾞ ＡＢＣ １２３４５', 'stranger')).toBe(true);
  });

  test('that are absurdly long are wrong, and cost no more than others', async () => {
    const passwords = createPasswords(randomBytes, cheap);
    expect(await passwords.verify(await passwords.hash(''), 'x'.repeat(5_000_000), 'stranger')).toBe(false);
  });

  test('are as slow to refuse for nobody as for somebody', async () => {
    const passwords = createPasswords(randomBytes, { log2N: 14, r: 8, p: 1 });
    const kept = await passwords.hash(goodPassword);
    const seconds = async (against: string | null) => {
      const began = performance.now();
      expect(await passwords.verify(against, 'wrong', 'stranger')).toBe(false);
      return performance.now() - began;
    };
    const rounds = 3;
    const [mine, nobodys]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      mine.push(await seconds(kept));
      nobodys.push(await seconds(null));
    }
    expect(Math.min(...nobodys)).toBeGreaterThan(Math.min(...mine) / 3);
  });

  test('made at a lower cost stay good and are renewed when they are next used', async () => {
    const { records, letIn, signIn, clock } = createTestDesk();
    const { signedIn } = await letIn('tanaka', 'editor');
    const kept = async () => (await records.accounts.find(signedIn.member.id))?.password;
    const today = createStaffDesk({
      records,
      clock: () => clock.now,
      random: randomBytes,
      addressKey: 'k',
      passwordCost: { log2N: 5, r: 8, p: 1 },
    });
    expect(await kept()).toMatch(/^scrypt\$4\$/);
    const form = { name: 'tanaka', address: '192.0.2.1', userAgent: '' };
    await today.signIn({ ...form, password: 'wrong password' });
    expect(await kept()).toMatch(/^scrypt\$4\$/);
    expect(await today.signIn({ ...form, password: goodPassword })).toMatchObject({ kind: 'signed-in' });
    expect(await kept()).toMatch(/^scrypt\$5\$/);
    expect(await signIn('tanaka')).toMatchObject({ kind: 'signed-in' });
  });
});

describe('A new password', () => {
  const tanaka = { name: 'tanaka@example', display: '田中 太郎 / Tanaka', role: 'editor' } as const;
  test.each([
    ['elevenchars', 'too-short'],
    ['twelve chars', null],
    ['あいうえおかきくけこさし', null],
    ['👪'.repeat(11), 'too-short'],
    ['x'.repeat(200), null],
    ['x'.repeat(201), 'too-long'],
    ['ﷺ'.repeat(12), 'too-long'],
    ['x'.repeat(10_000_000), 'too-long'],
    ['Tanaka@Example', 'is-name'],
    ['田中　太郎 / TANAKA', 'is-name'],
  ])('"%.40s": %s', async (typed, why) => {
    expect(await weaknessOf(typed, tanaka, async () => false)).toBe(why);
  });

  test('has fifteen characters for administrators', async () => {
    const boss = { ...tanaka, role: 'administrator' } as const;
    expect(await weaknessOf('fourteen chars', boss, async () => false)).toBe('too-short');
    expect(await weaknessOf('fifteen letters', boss, async () => false)).toBe(null);
  });

  test.each([
    ['passwordpassword', true],
    ['123456789012', true],
    ['qwertyuiop12', true],
    ['passw0rd1234!', true],
    ['あいうえおかきくけこさし', true],
    ['x'.repeat(200), true],
    ['p@ssw0rd'.repeat(25), true],
    ['kotozute2026', true],
    ['tanakatanaka', true],
    [goodPassword, false],
    ['twelve chars', false],
    ['うさぎと時刻表とみそ汁の朝', false],
  ])('"%.40s" is judged by what is guessed first: %s', async (typed, isRefused) => {
    expect(await weaknessOf(typed, tanaka, isCommonPassword)).toBe(isRefused ? 'too-common' : null);
  });
});
