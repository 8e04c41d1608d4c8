import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, deepTest, describe, expect, jest, test } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import type { NamedText } from '../../src/words/read-yaml.ts';
import { scratchDatabase, scratchFolder } from '../support/scratch-database.ts';
import { openSmallOffice } from '../support/small-office.ts';
import { smallFiles, writePrompts } from '../support/small-prompts.ts';

/** These tests start processes that speak about two hundred sentences, on a machine that is busy with other tests. */
jest.setTimeout(180_000);

const root = join(import.meta.dirname, '../..');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kotozute-report-'));
});
afterAll(() => rm(home, { recursive: true }));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const report = async (files: readonly NamedText[], ...args: readonly string[]): Promise<Ended> =>
  reportIn(join(home, 'data'), files, ...args);

const reportIn = async (data: string, files: readonly NamedText[], ...args: readonly string[]): Promise<Ended> => {
  const prompts = await mkdtemp(join(home, 'prompts-'));
  await writePrompts(prompts, files);
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    HOME: home,
    PROMPTS_DIR: prompts,
    DATA_DIR: data,
    AUDIO_CACHE_DIR: join(home, 'audio-cache'),
    LOG_LEVEL: 'silent',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'src/cli/speech.ts'), 'report', ...args],
      { cwd: home, env },
      (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
};
const cellsOf = (stdout: string, first: string, second?: string) =>
  stdout
    .split('\n')
    .map((line) => line.split(/ {2,}/))
    .find((cells) => cells[0] === first && (second === undefined || cells[1] === second));

/** The small prompts with a greeting that takes too long. */
const longGreeting = (): NamedText[] =>
  smallFiles().map(({ name, text }) => ({
    name,
    text: text
      .replace(
        '- Kumamoto Prefecture.',
        '- Kumamoto Prefecture tells you about My Number.\n    - You can hear it in several languages.',
      )
      .replace(
        '"{熊本県|くまもとけん}です。"',
        '"{熊本県|くまもとけん}の マイナンバーの ことを お{知|し}らせします。"\n    - "いろいろな ことばで {聞|き}く ことが できます。"',
      ),
  }));

describe('npm run speech -- report', () => {
  deepTest('measures every prompt of every language, and the languages as a whole', async () => {
    const { code, stdout, stderr } = await report(smallFiles());
    expect([code, stderr]).toEqual([0, '']);
    const [, , count, seconds, level, peak, rate] = cellsOf(stdout, 'ja', 'notice.number') ?? [];
    expect([count, level]).toEqual(['5', '-22.0 … -22.0']);
    expect(Number(seconds)).toBeGreaterThan(12);
    expect(Number(peak)).toBeLessThanOrEqual(-3);
    expect(Number(rate?.replace(' morae', ''))).toBeGreaterThan(250);
    expect(cellsOf(stdout, 'ja', 'whisper')).toBeDefined();
    const summary = stdout.slice(stdout.lastIndexOf('language  sentences'));
    expect(cellsOf(summary, 'en')?.[5]).toMatch(/^1[345]\d words$/);
    expect(summary).toMatch(/^Languages heard after: en \d\.\d s, ja \d+\.\d s$/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^0 errors, \d+ warnings?, 0 accepted$/);
    expect((await readdir(join(home, 'audio-cache'))).length).toBeGreaterThan(10);
  });

  deepTest('ends with 1 and names the place when a part of a call takes too long', async () => {
    const { code, stdout } = await report(longGreeting());
    expect(stdout).toMatch(
      /ja\.yaml:\d+ error T-04 The greeting takes \d+\.\d seconds \(at most 4\); make it shorter\./,
    );
    expect(code).toBe(1);
  });

  deepTest('accepts a warning that has its reason in the file', async () => {
    const { code, stdout } = await report(
      smallFiles().map(({ name, text }) => ({
        name,
        text: text
          .replace('Kumamoto Prefecture.', 'Kumamoto Prefecture tells you about My Number.')
          .replace(
            '"{熊本県|くまもとけん}です。"',
            '"{熊本県|くまもとけん}の マイナンバーの ことを お{知|し}らせする {電話|でんわ}です。"',
          )
          .replace(/^( *)greeting:/m, '$1# T-04: both names are needed\n$1greeting:'),
      })),
    );
    expect(stdout).toMatch(/ja\.yaml:\d+ accepted T-04 The greeting .* \(both names are needed\)/);
    expect(code).toBe(0);
  });

  deepTest('measures the slower rendering', async () => {
    const { code, stdout } = await report(smallFiles(), '--slow');
    const normal = await report(smallFiles());
    const secondsOf = (text: string) => Number(cellsOf(text, 'en', 'notice.number')?.[3]);
    expect(code).toBe(0);
    expect(secondsOf(stdout) / secondsOf(normal.stdout)).toBeGreaterThan(1.1);
    expect(stdout).not.toContain('Languages heard after');
  });

  deepTest('measures the prompts folder even if another edition is live', async () => {
    const data = await scratchFolder();
    const office = await openSmallOffice(await scratchDatabase(data));
    expect((await office.publish()).kind).toBe('published');
    const { code, stdout } = await reportIn(data, longGreeting());
    expect([code, stdout]).toEqual([1, expect.stringMatching(/ja\.yaml:\d+ error T-04 The greeting takes/)]);
  });

  test('creates no new database in place of a lost one', async () => {
    const data = await scratchFolder();
    await createEditionFolder(data).writePointer({ edition: 'a'.repeat(64), number: 1 });
    const { code, stderr } = await reportIn(data, smallFiles());
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^There is no database ".*kotozute\.db", although/)]);
    expect(await readdir(data)).toEqual(['editions']);
  });

  test('prints its usage and ends with 2 for an unknown option', async () => {
    const { code, stdout, stderr } = await report(smallFiles(), '--fast');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^There is no option --fast\.\n\nUse: npm run speech -- <command>\n/);
  });
});
