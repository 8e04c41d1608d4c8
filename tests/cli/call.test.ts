import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { readTyped } from '../../src/cli/read-typed.ts';

const root = join(import.meta.dirname, '../..');
const call = (typed: string, ...options: string[]) =>
  spawnSync(process.execPath, [join(root, 'src/cli/call.ts'), ...options], {
    // A folder without a developer's `.env`.
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', PROMPTS_DIR: join(root, 'prompts') },
    input: typed,
    encoding: 'utf8',
  });

describe('The line in a terminal', () => {
  test('prints every sentence with its language, and what the line does after it', () => {
    const { stdout, status } = call('4\n0\nbusy\n', '--at', '2026-11-24T10:00');
    expect(status).toBe(0);
    expect(stdout).toContain('ko      마이넘버를 말하거나');
    expect(stdout).toMatch(/would dial \+81\d+ \(call-centre\)/);
    expect(stdout).toContain('waits 10 seconds for a key');
  });

  test('prints a call as the same transcript that a test uses', () => {
    const kept = readFileSync(join(root, 'tests/transcripts/korean-is-put-through.json'), 'utf8');
    const { title } = JSON.parse(kept);
    const { stdout } = call('4\n0\nanswered\n', '--at', '2026-11-24T10:00:00', '--transcript', title);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(kept));
    expect(stdout).not.toMatch(/\d{3,4}-\d{2,4}-\d{4}/);
  });

  test('refuses an invalid time in one sentence', () => {
    const { stderr, status } = call('', '--at', 'soon');
    expect([status, stderr.split('\n')[0]]).toEqual([2, '--at must be a time such as 2026-11-24T10:00.']);
  });
});

describe('Typed lines', () => {
  test.each([
    ['7', false, { kind: 'key', key: '7' }],
    ['７', false, { kind: 'key', key: '7' }],
    ['#', false, { kind: 'key', key: '#' }],
    ['', false, { kind: 'silence' }],
    ['77', false, null],
    ['busy', false, null],
    ['busy', true, { kind: 'dial-ended', outcome: 'busy' }],
    ['7', true, null],
  ])('"%s", dialling %s', (line, isDialling, input) => {
    expect(readTyped(line, isDialling)).toEqual(input);
  });
});
