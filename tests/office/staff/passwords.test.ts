import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '#jest';
import { isCommonPassword } from '../../../src/office/staff/common-passwords.ts';
import { createPasswordJudge } from '../../../src/office/staff/password-judge.ts';
import { type IsCommon, weaknessOf } from '../../../src/office/staff/password-rules.ts';
import { createPasswords, usualCost } from '../../../src/office/staff/passwords.ts';
import { createStaffDesk } from '../../../src/office/staff/staff-desk.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { createTestDesk, goodPassword } from '../../support/test-desk.ts';

const cheap = { log2N: 4, r: 8, p: 1 };

describe('Passwords', () => {
  test('are stored with their cost and salt, differently each time, and recognized again', async () => {
    const passwords = createPasswords(randomBytes);
    const kept = await passwords.hash(goodPassword);
    expect(kept).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await passwords.verify(kept, goodPassword, 'stranger')).toBe(true);
    expect(await passwords.verify(kept, `${goodPassword} `, 'stranger')).toBe(false);
    expect(128 * 2 ** usualCost.log2N * usualCost.r).toBe(32 * 1024 * 1024);
    const other = createPasswords(randomBytes, cheap);
    expect(await other.hash(goodPassword)).not.toBe(await other.hash(goodPassword));
  });

  test('typed with full-width or half-width characters are the same', async () => {
    const passwords = createPasswords(randomBytes, cheap);
    const kept = await passwords.hash('パスワード ABC 12345');
    expect(await passwords.verify(kept, 'ﾊﾟｽﾜｰﾄﾞ ＡＢＣ １２３４５', 'stranger')).toBe(true);
  });

  test('that are absurdly long are wrong', async () => {
    const passwords = createPasswords(randomBytes, cheap);
    expect(await passwords.verify(await passwords.hash(''), 'x'.repeat(5_000_000), 'stranger')).toBe(false);
  });

  test('take about as long to refuse for an unknown account as for a known one', async () => {
    const passwords = createPasswords(randomBytes, { log2N: 14, r: 8, p: 1 });
    const kept = await passwords.hash(goodPassword);
    const work = async (against: string | null) => {
      const began = cpuTime();
      expect(await passwords.verify(against, 'wrong', 'stranger')).toBe(false);
      return cpuTime() - began;
    };
    const rounds = 3;
    const [mine, nobodys]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      mine.push(await work(kept));
      nobodys.push(await work(null));
    }
    expect(Math.min(...nobodys)).toBeGreaterThan(Math.min(...mine) / 3);
  });

  test('hashed at a lower cost stay valid, and are hashed again when they are next used', async () => {
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

  const judge = createPasswordJudge();
  const isCommon: IsCommon = async (password, words, fewestGuesses) => judge(password, words) < fewestGuesses;

  test.each([
    ...['passwordpassword', '123456789012', 'qwertyuiop12', 'passw0rd1234!', 'あいうえおかきくけこさし'],
    ...['x'.repeat(200), 'p@ssw0rd'.repeat(25), 'kotozute2026', 'tanakatanaka', 'Password2026!!!', 'Kumamoto2026!!!'],
    ...['Tanaka19850412', 'Tanaka-19850412!!', 'tanakatarou2026!', 'satosuzukitanaka', 'ilovekumamoto2026'],
    ...['1985年4月12日たなか', 'パスワード2026です！', 'ありがとうございます2026!', 'よろしくおねがいします1985'],
    ...['йцукенгшщзхъфыв', 'たていすかんなにらせぬふあうえ', '1qaz2wsx3edc4rfv', 'qazwsxedcrfvtgb1', 'пароль123456789'],
    ...[
      '비밀번호비밀번호1234',
      '密码密码密码密码2026',
      'contraseña2026!!!',
      'Administrator-2026!',
      'My-Number-2015-10-05',
    ],
    ...['2026112920261129', 'Aa1!Aa1!Aa1!Aa1!', 'Kumamoto-Kencho-2026!', 'kotozute-kumamoto-2026'],
  ])('"%.40s" is among the first guesses of an attacker', async (typed) => {
    expect(await weaknessOf(typed, tanaka, isCommon)).toBe('too-common');
  });

  test.each([
    goodPassword,
    'correct horse battery',
    'rabbit timetable soup',
    'うさぎと時刻表とみそ汁の朝',
    'usagi to jikokuhyou',
    'vK7#qLp2!xWz9$T',
  ])('"%.40s" is not among the first guesses', async (typed) => {
    expect(await weaknessOf(typed, tanaka, isCommon)).toBeNull();
  });

  test.each([
    ['correct horse battery', 'too-common'],
    ['tanakatarou19850412', 'too-common'],
    ['rabbit timetable soup by train', null],
    ['うさぎと時刻表とみそ汁の朝ごはん', null],
    ['vK7#qLp2!xWz9$T', null],
  ])('"%.40s" is judged more strictly for administrators: %s', async (typed, why) => {
    expect(await weaknessOf(typed, { ...tanaka, role: 'administrator' }, isCommon)).toBe(why);
  });

  test('is judged correctly when several are judged at once', async () => {
    const judged = await Promise.all([
      isCommonPassword('passwordpassword', [], 1e8),
      isCommonPassword('うさぎと時刻表とみそ汁の朝', [], 1e10),
      isCommonPassword('うさぎ', ['うさぎ'], 100),
    ]);
    expect(judged).toEqual([true, false, true]);
  });
});
