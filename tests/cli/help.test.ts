import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '#jest';
import { asksForHelp } from '../../src/cli/arguments.ts';
import { englishIn } from '../support/terminal-language.ts';

const root = join(import.meta.dirname, '../..');

/** All commands of package.json that run a program of `src/cli`: name and program. */
const commands: readonly (readonly [string, string])[] = Object.entries<string>(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts,
).flatMap(([name, script]) => {
  const [, program] = /(src\/cli\/[\w-]+\.ts)/.exec(script) ?? [];
  return program ? [[name, program] as const] : [];
});

const inBoth = commands.flatMap(
  ([name, program]) =>
    [
      [name, program, 'C', `Use: npm run ${name}`],
      [name, program, 'ja_JP.UTF-8', `使い方: npm run ${name}`],
    ] as const,
);

test.each(inBoth)('npm run %s -- --help says how to use it (%s, %s), and does nothing else', (...tested) => {
  const [_name, program, LC_ALL, use] = tested;
  // Nothing can be read here, and nothing can be written.
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, program), '--help'], {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL, DATA_DIR: '/dev/null/data', PROMPTS_DIR: '/dev/null/prompts' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.startsWith(use)).toBe(true);
  expect(englishIn(stdout) === null).toBe(LC_ALL !== 'C');
});

// Each case starts a process, so there is only one case for each kind of mistake.
test.each<[string, string[], string]>([
  ['cli/twilio', ['frobnicate'], 'There is no command "frobnicate".'],
  ['cli/twilio', ['check', '--foo'], 'There is no option --foo.'],
  ['cli/twilio', ['fallback'], 'Add --deploy, or name the folder to write with --out.'],
  ['cli/prompts', ['crawl', 'x'], '"x" is one argument too many; a text with spaces needs quotation marks.'],
  ['cli/call', ['--at', 'noon'], '--at must be a time such as 2026-11-24T10:00.'],
  [
    'main',
    ['x'],
    'There is no part "x" to start: use npm start (everything), npm start -- line or npm start -- office.',
  ],
])('%s %s is refused in one sentence, before any help', (program, args, sentence) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, `src/${program}.ts`), ...args], {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', PROMPTS_DIR: join(root, 'prompts') },
    encoding: 'utf8',
  });
  expect([status, stdout, stderr.split('\n')[0]]).toEqual([2, '', sentence]);
  expect(stderr.includes('Use: npm run')).toBe(program !== 'main');
});

test.each([
  [['--help'], 0],
  [['off', '--kind', 'earthquake'], 2],
  [[], 2],
])('npm run disaster -- %j lists the kinds of the line, and creates no file', (args, code) => {
  const home = mkdtempSync(join(tmpdir(), 'kotozute-help-'));
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'src/cli/disaster.ts'), ...args], {
    cwd: home,
    env: { PATH: process.env.PATH, LC_ALL: 'C', PROMPTS_DIR: join(root, 'prompts') },
    encoding: 'utf8',
  });
  expect([status, stdout.includes('\n  earthquake '), readdirSync(home)]).toEqual([code, true, []]);
  rmSync(home, { recursive: true });
});

test('The tests above know all commands of the command line', () => {
  expect(commands.map(([name]) => name)).toEqual([
    'call',
    'prompts',
    'speech',
    'disaster',
    'twilio',
    'staff',
    'backup',
  ]);
});

test('--help counts anywhere before a lone "--"', () => {
  expect([['check', '--help'], ['-h'], ['--', '--help'], ['help']].map((args) => asksForHelp(args))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('Settings in a file .env', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kotozute-env-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (program: string, ...args: string[]) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C' }, encoding: 'utf8' } as const;
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, program), ...args], options);
    return { stdout, stderr, status };
  };

  test('are also read by the commands for prompts and calls', () => {
    writeFileSync(join(folder, '.env'), 'PROMPTS_DIR=of-the-file\n');
    const { stderr, status } = run('src/cli/prompts.ts', 'check');
    expect([status, stderr]).toEqual([1, expect.stringContaining('of-the-file')]);
    expect(run('src/cli/call.ts').stderr).toContain('of-the-file');
    rmSync(join(folder, '.env'));
  });

  test.each([...commands, ['start', 'src/main.ts'] as const])(
    'stop "npm run %s" with one sentence if the file cannot be read',
    (_name, program) => {
      mkdirSync(join(folder, '.env'), { recursive: true });
      const { stdout, stderr, status } = run(program);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^The file \.env cannot be read: .*\n$/);
    },
  );
});
