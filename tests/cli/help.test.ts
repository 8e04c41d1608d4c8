import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { asksForHelp } from '../../src/cli/asks-for-help.ts';

const root = join(import.meta.dirname, '../..');

/** Every program behind a command of package.json, by the name of the command. */
const commands: readonly (readonly [string, string])[] = Object.entries<string>(
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts,
).flatMap(([name, script]) => {
  const [, program] = /(src\/cli\/[\w-]+\.ts)/.exec(script) ?? [];
  return program ? [[name, program] as const] : [];
});

test.each(commands)('npm run %s -- --help says how it is used, and does nothing else', (name, program) => {
  // From a folder in which there is nothing to read, and nowhere to write.
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, program), '--help'], {
    cwd: '/',
    env: { PATH: process.env.PATH, DATA_DIR: '/dev/null/data', PROMPTS_DIR: '/dev/null/prompts' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`Use: npm run ${name}`);
});

test('These are all commands of the command line', () => {
  expect(commands.map(([name]) => name)).toEqual(['call', 'prompts', 'speech', 'disaster', 'staff']);
});

test('Help is asked for anywhere before a lone "--"', () => {
  expect([['check', '--help'], ['-h'], ['--', '--help'], ['help']].map((args) => asksForHelp(args))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
