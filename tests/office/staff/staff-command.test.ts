import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '#jest';
import { runStaffCommand, type StaffArguments } from '../../../src/cli/staff-command.ts';
import { createSqlStaffRecords } from '../../../src/database/staff/sql-staff-records.ts';
import { commandLine } from '../../../src/office/staff/desk/actor.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { createTestDesk, firefox, goodPassword } from '../../support/test-desk.ts';

/** A long timeout, for processes on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const root = join(import.meta.dirname, '../../..');
const npmRunStaff = (folder: string, args: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, LC_ALL: 'C', DATA_DIR: folder, PORT: '', PUBLIC_URL: '', ...settings };
    execFile(process.execPath, ['src/cli/staff.ts', ...args], { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

describe('npm run staff', () => {
  test('adds somebody and prints a link that works in the running service', async () => {
    const folder = await scratchFolder();
    const { desk, clock } = createTestDesk(createSqlStaffRecords(await scratchDatabase(folder)));
    clock.now = Date.now();
    const added = await npmRunStaff(folder, ['add', 'Tanaka', '--role', 'editor', '--display', '田中']);
    expect(added).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^Added tanaka \(editor\)/) });
    const { stdout } = await npmRunStaff(folder, ['link', 'tanaka'], { PUBLIC_URL: 'https://line.example.jp/' });
    const [, token = ''] = /^https:\/\/line\.example\.jp\/console\/sign-in\/([\w-]{43})\n$/.exec(stdout) ?? [];
    expect(await desk.useLink({ token, password: goodPassword, userAgent: firefox })).toMatchObject({
      kind: 'signed-in',
      signedIn: { member: { name: 'tanaka', display: '田中', role: 'editor' } },
    });
  });

  test('lists everybody in Japanese, in columns, in a Japanese terminal', async () => {
    const folder = await scratchFolder();
    const { desk } = createTestDesk(createSqlStaffRecords(await scratchDatabase(folder)));
    await desk.addAccount(commandLine, { name: 'tanaka', role: 'editor', display: '田中' });
    const { code, stdout } = await npmRunStaff(folder, ['list'], { LC_ALL: 'ja_JP.UTF-8' });
    expect([code, stdout]).toEqual([
      0,
      'ユーザー名  役割            状態  パスワード  表示名\ntanaka      editor(編集者)  有効  未設定      田中\n',
    ]);
  });

  test('reports a wrong setting and an unknown option, and does nothing', async () => {
    const folder = await scratchFolder();
    const setting = await npmRunStaff(folder, ['list'], { PORT: 'many' });
    expect(setting).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('PORT: ') });
    const option = await npmRunStaff(folder, ['list', '--all']);
    expect(option).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^There is no option --all\.\n/),
    });
  });
});

describe('Staff commands', () => {
  const office = createTestDesk();
  const type = (line: string, options: Omit<StaffArguments, 'positionals'> = {}) =>
    runStaffCommand(
      { positionals: line.split(' ').filter(Boolean), ...options },
      async () => office.desk,
      'http://localhost:3000/console',
    );
  beforeAll(async () => {
    await office.letIn('boss', 'administrator');
    await office.letIn('sato', 'viewer');
  });

  test('list everybody with role, state and password', async () => {
    const { text } = await type('list');
    expect(text.en.split('\n').map((row) => row.split(/ {2,}/))).toEqual([
      ['name', 'role', 'on or off', 'password', 'display'],
      ['boss', 'administrator', 'on', 'has a password', 'bossさん'],
      ['sato', 'viewer', 'on', 'has a password', 'satoさん'],
    ]);
  });

  test('switch off and on', async () => {
    expect(await type('off Sato')).toEqual({
      kind: 'done',
      text: { ja: '「sato」を停止しました。', en: 'sato is switched off.' },
    });
    expect(await type('link sato')).toMatchObject({
      kind: 'refused',
      text: { en: expect.stringContaining('switched off') },
    });
    expect(await type('on sato')).toEqual({
      kind: 'done',
      text: { ja: '「sato」を有効にしました。', en: 'sato is switched on.' },
    });
    expect(await type('off boss')).toMatchObject({
      kind: 'refused',
      text: { en: expect.stringContaining('last admin') },
    });
  });

  test.each([
    ['unknown-account', 'There is no account "sato"'],
    ['not-allowed', 'This is not allowed.'],
  ] as const)('say why nothing was done: %s', async (kind, says) => {
    // For example, the account is removed or the rules change after the account was found.
    const not = async () => ({ kind });
    const desk = { ...office.desk, makeLink: not, switchOn: not, switchOff: not };
    for (const positionals of [
      ['link', 'sato'],
      ['off', 'sato'],
      ['on', 'sato'],
    ]) {
      const { text } = await runStaffCommand({ positionals }, async () => desk, '');
      expect(text.en).toContain(says);
    }
  });

  test.each<[string, Omit<StaffArguments, 'positionals'>, string, RegExp]>([
    ['frob', {}, 'misused', /"frob" is not one of list, add, link, off, on\./],
    ['list sato', {}, 'misused', /"sato" is one argument too many/],
    ['link', {}, 'misused', /Name the account: npm run staff -- link <name>/],
    ['link sato now', {}, 'misused', /"now" is one argument too many/],
    ['off sato', { role: 'editor' }, 'misused', /only for "add"/],
    ['off nobody', {}, 'refused', /no account "nobody"/],
    ['add new', { display: 'New' }, 'misused', /--role: viewer, editor, approver, administrator/],
    ['add new', { role: 'king', display: 'New' }, 'misused', /--role: viewer/],
    ['add new', { role: 'viewer' }, 'misused', /--display/],
    ['add sato', { role: 'viewer', display: 'S' }, 'refused', /choose another name/],
    [
      'add <new>',
      { role: 'viewer', display: 'S' },
      'refused',
      /2 to 40 letters, .* beginning with a letter or a digit/,
    ],
    ['add new', { role: 'viewer', display: ' ' }, 'refused', /1 to 60 characters/],
  ])('"%s" %j is %s, in one sentence', async (line, options, kind, text) => {
    const said = await type(line, options);
    expect(said).toEqual({ kind, text: { en: expect.stringMatching(text), ja: expect.stringMatching(/[ぁ-ん]。?/) } });
    expect(`${said.text.en}${said.text.ja}`).not.toContain('\n');
  });

  test('are all shown if none is given', async () => {
    const { kind, text } = await type('');
    expect(kind).toBe('misused');
    for (const each of ['list', 'add', 'link', 'off', 'on']) {
      for (const help of [text.en, text.ja]) expect(help).toMatch(new RegExp(`^  ${each}\\b`, 'm'));
    }
  });
});
