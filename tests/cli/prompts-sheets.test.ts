import { execFile } from 'node:child_process';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, deepTest, describe, expect, jest, test } from '#jest';
import { fixtureFiles } from '../support/draft-fixture.ts';
import { cellTexts, typeInto } from '../support/edit-workbook.ts';

/** Each test starts processes, on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const root = join(import.meta.dirname, '../..');
let folder = '';
const path = (name: string) => join(folder, name);

const run = (...args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, LC_ALL: 'C', PROMPTS_DIR: folder, DATA_DIR: path('data') };
    execFile(
      process.execPath,
      [join(root, 'src/cli/prompts.ts'), ...args],
      { cwd: folder, env },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

/** Exports a workbook, and writes another English greeting into it. */
async function translated(text = 'Hello from the town.'): Promise<void> {
  await run('export', path('words.xlsx'));
  await writeFile(path('words.xlsx'), typeInto(await readFile(path('words.xlsx')), 'en', 'E2', text));
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-sheets-'));
  for (const { name, text } of fixtureFiles()) await writeFile(path(name), text);
});
afterEach(() => rm(folder, { recursive: true }));

describe('npm run prompts -- export', () => {
  deepTest('writes a workbook of all languages but the source, or of the named languages', async () => {
    const all = await run('export', path('words.xlsx'));
    expect(all).toEqual({ code: 0, stdout: `${path('words.xlsx')} was written with en, zh-Hans.\n`, stderr: '' });
    const two = await run('export', path('words.xlsx'), '--language', 'ja', '--language', 'en');
    expect(two.stdout).toContain('was written with ja, en.');
    expect(cellTexts(await readFile(path('words.xlsx')), 'ja').get('E2')).toBe('ごみの {案内|あんない}です。');
  });

  test('writes one language as CSV, and needs its name', async () => {
    expect((await run('export', path('en.csv'), '--language', 'en')).code).toBe(0);
    expect(await readFile(path('en.csv'), 'utf8')).toContain('This is the waste line.');
    expect(await run('export', path('all.csv'))).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/name it with --language/),
    });
    await expect(access(path('all.csv'))).rejects.toThrow();
  });

  test('refuses to write kinds of files that it cannot read', async () => {
    expect(await run('export', path('words.ods'))).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Translators’ sheets are written as .xlsx or .csv; .*\n\nUse: npm run prompts/),
    });
    await expect(access(path('words.ods'))).rejects.toThrow();
  });

  test('refuses a language that the line does not have', async () => {
    expect(await run('export', path('words.xlsx'), '--language', 'xx')).toMatchObject({
      code: 1,
      stderr: 'The line has no language "xx"; it has en, zh-Hans, ja.\n',
    });
  });
});

describe('npm run prompts -- import', () => {
  test('imports a folder, and says what the draft begins with and later what has changed', async () => {
    const answers: unknown[] = [];
    const take = async () => answers.push((await run('import', folder)).stdout.split('. ')[0]);
    await take();
    await take();
    const english = await readFile(path('en.yaml'), 'utf8');
    await writeFile(path('en.yaml'), english.replace('This is the waste line.', 'Hello from the town.'));
    await take();
    expect(answers).toEqual([
      expect.stringMatching(/^The draft begins with \d+ texts of the folder$/),
      'The texts and values of the folder are those of the draft.\n',
      'Changed in the draft: 1 text',
    ]);
  });

  test('says how to save a workbook that another program wrote', async () => {
    await writeFile(path('words.ods'), zipSync({ 'content.xml': strToU8('<document/>') }));
    expect(await run('import', path('words.ods'), '--yes')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('save it again as an Excel workbook (.xlsx)'),
    });
  });

  deepTest('shows what would change, and changes it only with --yes', async () => {
    await translated();
    const shown = await run('import', path('words.xlsx'));
    // The exit code is 1, because nothing was imported.
    expect(shown.code).toBe(1);
    expect(shown.stdout.split('\n')).toEqual([
      'en greeting',
      '  - This is the waste line.',
      '  + Hello from the town.',
      '1 changed, 61 unchanged, 0 wrong.',
      'Nothing was imported.',
      '',
    ]);
    expect(shown.stderr).toContain('run the command again with --yes');
    const taken = await run('import', path('words.xlsx'), '--yes');
    expect([taken.code, taken.stdout.split('\n').at(-2)]).toEqual([
      0,
      expect.stringMatching(/^Texts and names changed in the draft: 1\./),
    ]);
    const again = await run('import', path('words.xlsx'), '--yes');
    expect(again).toEqual({ code: 0, stdout: '0 changed, 62 unchanged, 0 wrong.\n', stderr: '' });
  });

  deepTest('imports nothing from a file with an error', async () => {
    await translated('Hello {{nowhere}}.');
    const refused = await run('import', path('words.xlsx'), '--yes');
    expect(refused.code).toBe(1);
    expect(refused.stdout).toMatch(/^Sheet "en", row 2: error T-17 There is no value \{\{nowhere\}\}[^ぁ-ん]*$/m);
    expect(refused.stdout).toContain('Nothing was imported; correct these problems first.');
  });

  test('says in one sentence that there is no such file, or that it is no translators’ sheet', async () => {
    expect(await run('import', path('nowhere.xlsx'))).toEqual({
      code: 1,
      stdout: '',
      stderr: `There is no file "${path('nowhere.xlsx')}".\n`,
    });
    await writeFile(path('other.xlsx'), 'Hello');
    expect((await run('import', path('other.xlsx'))).stdout).toContain('This is not a translators’ sheet');
  });

  test.each([[['a.xlsx', 'b.xlsx']], [['a.xlsx', '--language', 'en']], [['--yes', '--no', 'a.xlsx']]])(
    'prints its usage and ends with 2 for %j',
    async (args) => {
      const { code, stderr } = await run('import', ...args);
      expect([code, stderr.match(/^Use: .*$/m)?.[0]]).toEqual([2, 'Use: npm run prompts -- <command>']);
    },
  );
});
