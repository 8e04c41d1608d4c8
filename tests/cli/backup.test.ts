import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { cleanUp, expect, jest, test } from '#jest';
import { createSqlMemoStore } from '../../src/database/memos/sql-memo-store.ts';
import { databaseFile, openDatabase } from '../../src/database/open-database.ts';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { createBackupNote } from '../../src/office/files/backup-note.ts';
import { scratchDatabase, scratchFolder } from '../support/scratch-database.ts';
import { openSmallOffice } from '../support/small-office.ts';

/** Each test starts processes, on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const root = join(import.meta.dirname, '../..');

const backUp = (folder: string, ...args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C', DATA_DIR: folder } };
    execFile(process.execPath, [join(root, 'src/cli/backup.ts'), ...args], options, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

test('npm run backup copies a database that is in use completely into one file, and records the time', async () => {
  const folder = await scratchFolder();
  const database = await openDatabase(folder);
  cleanUp(() => database.close());
  await createSqlMemoStore(database.queries).write('last', 'not yet in the file, but in the log beside it');
  const path = join(folder, 'backups/copy.db');
  const before = Date.now();
  const { code, stdout } = await backUp(folder, path);
  expect([code, stdout]).toEqual([0, expect.stringContaining(`A backup was made: ${path} (`)]);
  expect([await readdir(join(folder, 'backups')), (await stat(path)).mode & 0o777]).toEqual([['copy.db'], 0o600]);
  expect(stdout).not.toContain('replaces');
  expect((await backUp(folder, path)).stdout).toContain('It replaces the earlier file of that name.');
  using copy = new DatabaseSync(path);
  const journal = copy.prepare('PRAGMA journal_mode').get()?.journal_mode;
  expect([journal, JSON.stringify(copy.prepare('SELECT * FROM memos').all())]).toEqual([
    'delete',
    expect.stringContaining('not yet in the file'),
  ]);
  expect((await createBackupNote(folder).read())?.at).toBeGreaterThanOrEqual(before);
});

test('npm run backup replaces an earlier backup only by an intact one, and never replaces the database', async () => {
  const folder = await scratchFolder();
  await (await openDatabase(folder)).close();
  const path = join(folder, databaseFile);
  await symlink(folder, join(folder, 'elsewhere'));
  for (const same of [path, join(folder, 'elsewhere', databaseFile)]) {
    expect((await backUp(folder, same)).stderr).toContain('would replace the database itself');
  }
  expect((await backUp(folder, folder)).stderr).toContain('is a folder; write the name of the file');
  const damaged = await readFile(path);
  damaged.fill(0xaa, 4096 * 3, 4096 * 4);
  await writeFile(path, damaged);
  const earlier = join(folder, 'earlier.db');
  await writeFile(earlier, 'an earlier backup');
  const { code, stderr } = await backUp(folder, earlier);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/damaged|malformed/)]);
  expect([await readFile(earlier, 'utf8'), await createBackupNote(folder).read()]).toEqual(['an earlier backup', null]);
  expect((await readdir(folder)).filter((name) => name.includes('earlier'))).toEqual(['earlier.db']);
});

test('npm run backup keeps the seven newest backups in its own folder, and all other files', async () => {
  const folder = await scratchFolder();
  await (await openDatabase(folder)).close();
  const old = Array.from({ length: 8 }, (_, index) => `kotozute-2026-01-0${index + 1}.db`);
  await mkdir(join(folder, 'backups'));
  for (const name of [...old, 'mine.db']) await writeFile(join(folder, 'backups', name), '');
  expect((await backUp(folder)).code).toBe(0);
  const kept = (await readdir(join(folder, 'backups'))).toSorted();
  expect(kept).toEqual([...old.slice(2), expect.stringMatching(/^kotozute-20\d\d-\d\d-\d\d\.db$/), 'mine.db']);
});

test('npm run backup deletes no backups of a database that was lost and replaced by a new one', async () => {
  const folder = await scratchFolder();
  const office = await openSmallOffice(await scratchDatabase(folder));
  await office.memos.write('highest-heard', '{"number":4}');
  await office.publish();
  const backups = join(folder, 'backups');
  await mkdir(backups);
  const old = Array.from({ length: 9 }, (_, index) => `kotozute-2026-01-0${index + 1}.db`);
  for (const name of old) await writeFile(join(backups, name), '');
  expect((await backUp(folder)).code).toBe(0);
  expect((await readdir(backups)).filter((name) => old.includes(name))).toHaveLength(9);
  // Those of the new database are replaced like all others, and what an interrupted backup left is deleted.
  const later = Array.from({ length: 9 }, (_, index) => `kotozute-2099-01-0${index + 1}.db`);
  const left = '.kotozute-2026-01-01.db.12';
  for (const name of [...later, left]) await writeFile(join(backups, name), '');
  const longAgo = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(backups, left), longAgo, longAgo);
  expect((await backUp(folder)).code).toBe(0);
  const now = await readdir(backups);
  expect([now.filter((name) => old.includes(name)).length, now.filter((name) => later.includes(name))]).toEqual([
    9,
    later.slice(3),
  ]);
  expect(now).not.toContain(left);
});

test('npm run backup deletes what an interrupted backup left, but not its own copy if others have later dates', async () => {
  const folder = await scratchFolder();
  await (await openDatabase(folder)).close();
  const backups = join(folder, 'backups');
  await mkdir(backups);
  const later = Array.from({ length: 7 }, (_, index) => `kotozute-2099-01-0${index + 1}.db`);
  const left = ['.kotozute-2026-01-01.db.12', '.kotozute-2026-01-01.db.12-wal', '.kotozute-2026-01-02.db.13'];
  for (const name of [...later, ...left, '.mine']) await writeFile(join(backups, name), '');
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const name of [...left.slice(0, 2), '.mine']) await utimes(join(backups, name), yesterday, yesterday);
  expect((await backUp(folder)).code).toBe(0);
  // The newest leftover stays, because it may belong to a backup that is being made.
  const made = expect.stringMatching(/^kotozute-202\d-\d\d-\d\d\.db$/);
  expect((await readdir(backups)).toSorted()).toEqual([left[2], '.mine', made, ...later.slice(1)]);
});

test('npm run backup makes a complete copy while the office writes', async () => {
  const folder = await scratchFolder();
  const database = await openDatabase(folder);
  cleanUp(() => database.close());
  const memos = createSqlMemoStore(database.queries);
  for (let index = 0; index < 40; index += 1) await memos.write(`large ${index}`, 'x'.repeat(500_000));
  let isMade = false;
  let writes = 0;
  const writing = async () => {
    for (; !isMade; writes += 1) await memos.write('last', String(writes));
  };
  const [written, { code }] = await Promise.all([
    writing(),
    backUp(folder, join(folder, 'copy.db')).finally(() => {
      isMade = true;
    }),
  ]);
  expect([written, code, writes > 10]).toEqual([undefined, 0, true]);
  using copy = new DatabaseSync(join(folder, 'copy.db'));
  expect(copy.prepare("SELECT count(*) AS found FROM memos WHERE name LIKE 'large %'").get()?.found).toBe(40);
});

test('npm run backup does not copy a new database in place of a lost one, unless a file is named', async () => {
  const folder = await scratchFolder();
  await (await openDatabase(folder)).close();
  await createEditionFolder(folder).writePointer({ edition: 'a'.repeat(64), number: 3 });
  const { code, stderr } = await backUp(folder);
  expect([code, stderr]).toEqual([1, expect.stringContaining('does not contain the edition that callers hear')]);
  expect([await createBackupNote(folder).read(), (await readdir(folder)).includes('backups')]).toEqual([null, false]);
  expect((await backUp(folder, join(folder, 'as-it-is.db'))).code).toBe(0);
});

test('npm run backup creates no database if there is none, and records backups made elsewhere', async () => {
  const folder = await scratchFolder();
  expect((await backUp(folder)).stderr).toContain('There is no database in');
  expect(await readdir(folder)).toEqual([]);
  await (await openDatabase(folder)).close();
  expect(await backUp(folder, '--made-elsewhere')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('recorded'),
  });
  expect(await createBackupNote(folder).read()).not.toBeNull();
  expect((await backUp(folder, '--made-elsewhere', 'x.db')).code).toBe(2);
});
