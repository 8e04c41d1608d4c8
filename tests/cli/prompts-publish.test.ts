import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, deepTest, describe, expect, jest, test } from '#jest';
import { createSqlEditionRecords } from '../../src/database/editions/sql-edition-records.ts';
import { fixtureFiles } from '../support/draft-fixture.ts';
import { scratchDatabase } from '../support/scratch-database.ts';

/** These tests start processes that speak a whole line, on a machine that is busy with other tests. */
jest.setTimeout(240_000);

const root = join(import.meta.dirname, '../..');
let folder = '';
const path = (name: string) => join(folder, name);

const run = (...args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const places = { PROMPTS_DIR: path('prompts'), DATA_DIR: path('data'), AUDIO_CACHE_DIR: path('audio') };
    const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C', ...places } };
    execFile(process.execPath, [join(root, 'src/cli/prompts.ts'), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

const publications = async () => createSqlEditionRecords(await scratchDatabase(path('data'))).publications(9);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-publish-'));
  for (const name of ['prompts', 'data', 'audio']) await mkdir(path(name));
  for (const { name, text } of fixtureFiles()) await writeFile(join(path('prompts'), name), text);
});
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('npm run prompts -- publish', () => {
  test('needs a comment, and does nothing without it', async () => {
    const { code, stdout, stderr } = await run('publish', '--emergency', 'The river has risen.');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('publish --comment <text>');
  });

  deepTest('publishes unapproved texts only in an emergency, and marks the publication', async () => {
    const refused = await run('publish', '--comment', 'The first words');
    expect(refused.code).toBe(1);
    expect(refused.stdout).toContain('en goodbye is not approved yet.\n');
    expect(refused.stdout).toMatch(
      / If they cannot wait, give the reason with --emergency\.\nNothing was published\.\n$/,
    );
    expect(await publications()).toEqual([]);

    const hasty = ['publish', '--comment', 'The first words', '--emergency', 'The river has risen.'];
    const published = await run(...hasty);
    expect([published.code, published.stdout]).toEqual([
      0,
      expect.stringMatching(
        /^Edition [0-9a-f]{10} is live\.\nThis edition changes texts that nobody has approved: \d+\. .*\n$/,
      ),
    ]);
    const [live, ...earlier] = await publications();
    expect(earlier).toEqual([]);
    expect(live).toMatchObject({
      kind: 'published',
      by: { accountId: null, accountName: 'command line' },
      comment: 'The first words',
      emergency: { reason: 'The river has risen.' },
    });
    expect(live?.emergency?.texts.map(({ language, prompt }) => `${language} ${prompt}`)).toContain('zh-Hans goodbye');

    expect(await run(...hasty)).toMatchObject({
      code: 0,
      stdout: 'Callers hear this already; nothing was published.\n',
    });
  });
});
