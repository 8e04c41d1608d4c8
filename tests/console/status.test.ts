import { describe, expect, test } from '#jest';
import type { DoctorCommand } from '../../src/office/line-status/doctor.ts';
import { createLineStatus } from '../../src/office/line-status/line-status.ts';
import type { NewAuditEntry } from '../../src/office/staff/audit-entry.ts';
import type { Check } from '../../src/operation/check.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { until } from '../support/until.ts';

const wrong: Check = {
  ...{ id: 'number-voice-method', state: 'fail', expected: 'POST', found: 'GET' },
  about: { ja: '+815000000002:呼び出す方法', en: '+815000000002: the method' },
  mend: { ja: 'npm run twilio -- setup で直せます。', en: 'Run: npm run twilio -- setup' },
};
const untried: Check = {
  ...{ id: 'destination-tried', state: 'warn', found: '0312345678', mendedBy: 'staff' },
  about: { ja: '試していない転送先', en: 'A destination that nobody tried' },
  mend: { ja: '管理画面に試した日を入れてください。', en: 'Write the day in the console.' },
};
/** A check for the technician, although its advice names no command and no setting. */
const untimed: Check = {
  ...{ id: 'clock', state: 'warn', found: '90 s' },
  about: { ja: '時計', en: 'The clock' },
  mend: { ja: '時刻の同期を動かしてください。', en: 'Switch on time synchronisation.' },
};
const right: Check = { id: 'disk', state: 'ok', about: { ja: 'ディスク', en: 'The disk' }, found: '<900> MB' };

/** A line with a wrong setting at its number until it is set up again. */
async function open({ isTwilioSet = true } = {}) {
  let checks: readonly Check[] = [wrong, untried, untimed, right];
  const asked: string[] = [];
  const audited: NewAuditEntry<string>[] = [];
  const lineStatus = createLineStatus({
    async doctor(command: DoctorCommand) {
      asked.push(command.join(' '));
      if (command[0] === 'setup') checks = [right];
      return checks;
    },
    ...{ deploysFallback: false, clock: () => Date.parse('2026-11-30T00:05:00Z'), diagnosed: () => {} },
    audit: { add: async (entry) => void audited.push(entry) },
    signal: new AbortController().signal,
  });
  const counts = {
    'call completed': 41,
    'twilio 11200': 2,
    'transfer no-answer': 1,
    'said zh-Hans': 3,
    'said ko': 1,
    'trouble any': 1,
    'odd <b>': 1,
  };
  const world = await createTestConsole({ lineStatus, isTwilioSet, callCounts: { since: 0, counts } });
  await world.letIn('boss', 'administrator');
  await world.letIn('hanako', 'editor');
  const [boss, hanako] = [visitConsole(world.app), visitConsole(world.app)];
  await boss.signIn('boss');
  await hanako.signIn('hanako');
  return { lineStatus, asked, audited, boss, hanako };
}

describe('The state of the line', () => {
  test('says what is wrong and how to fix it, and every page says in one line that something is wrong', async () => {
    const { lineStatus, boss, hanako } = await open();
    expect((await boss.get('/console/status')).text).toContain('まだ調べていません');
    await lineStatus.look('check');
    const page = (await hanako.get('/console/status')).text;
    for (const part of ['呼び出す方法', '<code>POST</code>', '<code>GET</code>', 'setup で直せます', '&lt;900&gt; MB'])
      expect(page).toContain(part);
    expect(page).toContain('9:05');
    expect(page).not.toContain('今すぐ調べる');
    for (const address of ['/console', '/console/texts', '/console/publish'])
      expect((await hanako.get(address)).text).toContain('回線の状態に誤りが1件あります');
  });

  test('folds the checks that only the technician has to read', async () => {
    const { lineStatus, hanako } = await open();
    await lineStatus.look('check');
    const page = (await hanako.get('/console/status')).text;
    const unfolded = page.replaceAll(/<details[\s\S]*?<\/details>/g, '');
    expect(unfolded).toContain('管理画面に試した日を入れてください。');
    expect(unfolded).not.toContain('時刻の同期を動かしてください。');
    expect(page).toContain('時刻の同期を動かしてください。');
  });

  test('can be fixed with one button; it is then checked again, and the warning is gone', async () => {
    const { lineStatus, asked, audited, boss } = await open();
    await lineStatus.look('check');
    expect((await boss.get('/console/status')).text).toContain('直せるものを直す');
    expect((await boss.submit('/console/status', '/console/status', { do: 'mend' })).status).toBe(303);
    await until('the doctor', () => !lineStatus.isBusy);
    expect(asked).toEqual(['check', 'check', 'setup --yes', 'check']);
    await until('the audit', () => audited.length === 1);
    const page = (await boss.get('/console/status')).text;
    expect(page).toContain('誤りは見つかりませんでした');
    expect(page).not.toContain('直せるものを直す');
    expect((await boss.get('/console')).text).not.toContain('回線の状態に誤りが');
  });

  test('can be checked with a call, or fixed, only by administrators', async () => {
    const { lineStatus, asked, boss, hanako } = await open();
    await boss.submit('/console/status', '/console/status', { do: 'probe' });
    await until('the doctor', () => !lineStatus.isBusy);
    expect(asked).toEqual(['probe']);
    expect((await boss.get('/console/status')).text).toContain('案内への電話');
    // An editor sends the form of an administrator.
    const csrf = /name="csrf" value="([^"]+)"/.exec((await hanako.get('/console/account')).text)?.[1] ?? '';
    expect((await hanako.post('/console/status', { csrf, do: 'mend' })).status).toBe(403);
    expect(asked).toHaveLength(1);
  });

  test('says in words what happened in calls', async () => {
    const { boss } = await open();
    const { text } = await boss.get('/console/status');
    for (const part of [
      '電話の終わり方:最後まで',
      'Twilioのエラー 11200',
      '転送:相手が出ない',
      '(普通话)',
      '(ko)',
      '(言語を選ぶ前)',
      'odd &lt;b&gt;',
    ])
      expect(text).toContain(part);
  });

  test('says so if the line is not connected to Twilio, and can still be checked', async () => {
    const { boss, lineStatus, asked } = await open({ isTwilioSet: false });
    const page = (await boss.get('/console/status')).text;
    expect(page).toContain('まだTwilioにつながっていません');
    expect(page).not.toContain('案内に電話をかけて確かめる');
    // This machine and the edition can still be checked.
    await boss.submit('/console/status', '/console/status', { do: 'check' });
    await until('the doctor', () => !lineStatus.isBusy);
    expect(asked).toEqual(['check']);
    const found = (await boss.get('/console/status')).text;
    expect(found).toContain('呼び出す方法');
    expect(found).not.toContain('直せるものを直す');
  });
});
