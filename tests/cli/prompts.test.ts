import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, deepTest, describe, expect, jest, test } from '#jest';
import type { NamedText } from '../../src/words/read-yaml.ts';
import { fixtureFiles } from '../support/draft-fixture.ts';
import { englishIn } from '../support/terminal-language.ts';

/** Each test starts processes, on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const root = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    // A folder without a developer's `.env`.
    const options = {
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C', PROMPTS_DIR: join(root, 'prompts'), ...environment },
    };
    execFile(process.execPath, [join(root, 'src/cli/prompts.ts'), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

describe('npm run prompts -- check', () => {
  let folder = '';
  const write = async (files: readonly NamedText[]) => {
    for (const { name, text } of files) await writeFile(join(folder, name), text);
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kotozute-prompts-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('ends with 0 and counts nothing when the words are in order', async () => {
    await write([...fixtureFiles(), { name: 'README.md', text: 'How to change the words.' }]);
    expect(await run(['check', folder])).toEqual({ code: 0, stdout: '0 errors, 0 warnings, 0 accepted\n', stderr: '' });
  });

  test('prints every finding with its file and line, and ends with 1 when there is an error', async () => {
    await write(
      fixtureFiles(
        ['en.yaml', 'There is more.', 'There are 3 more.'],
        ['line.yaml', '        triedOn: "2026-01-01"\n', ''],
      ),
    );
    const { code, stdout } = await run(['check'], { PROMPTS_DIR: folder });
    const lines = stdout.split('\n');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/en\.yaml:13 error N-04 "3" is in digits; [^ぁ-ん]*$/);
    expect(lines[0]?.startsWith(join(folder, 'en.yaml'))).toBe(true);
    expect(lines[1]).toMatch(/line\.yaml:39 warning D-02 /);
    expect(lines.slice(2)).toEqual(['1 error, 1 warning, 0 accepted', '']);
  });

  test('speaks Japanese in a Japanese terminal', async () => {
    await write(
      fixtureFiles(
        ['en.yaml', 'There is more.', 'There are 3 more.'],
        ['line.yaml', '        triedOn: "2026-01-01"\n', ''],
      ),
    );
    const { stdout } = await run(['check', folder], { LC_ALL: 'ja_JP.UTF-8' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/en\.yaml:13 誤り N-04 「3」は数字です。/),
      expect.stringMatching(/line\.yaml:39 注意 D-02 /),
      '誤り1件、注意1件、理由のある注意0件',
    ]);
    expect(lines.map(englishIn)).toEqual([null, null, null]);
  });

  test('ends with 0 when there are only warnings', async () => {
    await write(fixtureFiles(['line.yaml', '        triedOn: "2026-01-01"\n', '']));
    const { code, stdout } = await run(['check', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('0 errors, 1 warning, 0 accepted\n');
  });

  test('counts a warning with its reason as accepted, and shows the reason', async () => {
    await write(fixtureFiles(['line.yaml', '        triedOn: "2026-01-01"', '        # D-02: nobody has called yet']));
    const { stdout } = await run(['check', folder]);
    expect(stdout).toContain('0 errors, 2 warnings, 0 accepted\n');
    await write(
      fixtureFiles(
        [
          'line.yaml',
          '      - number: "+81300000000"',
          '      # D-02: nobody has called yet\n      - number: "+81300000000"',
        ],
        ['line.yaml', '        triedOn: "2026-01-01"\n', ''],
      ),
    );
    const accepted = await run(['check', folder]);
    expect(accepted.stdout).toMatch(
      /line\.yaml:40 accepted D-02 .* \(nobody has called yet\)\n0 errors, 0 warnings, 1 accepted\n$/,
    );
  });

  test('prints a file that cannot be read in the same way as a finding', async () => {
    await write(fixtureFiles(['en.yaml', 'reviewed: true', 'reviewed: perhaps']));
    const { code, stdout } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/en\.yaml:2 error FILE .*\n1 error, 0 warnings, 0 accepted\n$/);
  });

  test('names a file that is not in UTF-8', async () => {
    await write(fixtureFiles());
    await writeFile(join(folder, 'ja.yaml'), Uint8Array.of(0x8c, 0xa9, 0x8e, 0xd4));
    const { code, stdout } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/ja\.yaml:1 error FILE "ja\.yaml" is not in UTF-8; save it again as UTF-8\./);
  });

  test('says in one sentence that there is no such folder', async () => {
    const { code, stdout, stderr } = await run(['check', join(folder, 'nowhere')]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^There is no folder ".*nowhere" with prompts; name the folder that holds line\.yaml\.\n$/);
  });

  test.each([[[]], [['chek']], [['check', 'one', 'two']]])('prints its usage and ends with 2 for %j', async (args) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^(?:There is no command "chek"\.|Name a command\.|"\w+" is one argument too many; .+)\n\nUse: npm run prompts -- <command>\n {2}check \[folder\] /,
    );
  });

  deepTest('checks the bundled prompts when no folder is named', async () => {
    const { code, stdout } = await run(['check']);
    expect([code, stdout.split('\n').at(-2)]).toEqual([
      0,
      expect.stringMatching(/^0 errors, 0 warnings, \d+ accepted$/),
    ]);
  });
});
