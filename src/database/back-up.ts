import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ExplainedError } from '../common/explained-error.ts';
import { databaseFile } from './open-database.ts';
import { toErrorParts } from './sqlite-errors.ts';

/**
 * Copies the database of a folder into one file, even while a service is writing to the database. The whole copy is
 * read and checked before it gets the name `to`. So an existing file of this name is replaced only by an intact copy.
 * From the first byte on, only the owner of the file may read it.
 * @param to the path of the file
 * @returns the size of the copy in bytes
 * @throws ExplainedError if `to` is a folder or the database itself, if the data is damaged, or if the disk is full
 * @throws Error if the database cannot be read, or if the file cannot be written for another reason
 */
export async function backUpDatabase(folder: string, to: string): Promise<number> {
  const from = join(folder, databaseFile);
  await refuseTarget(from, to);
  const unfinished = join(dirname(to), unfinishedName(basename(to)));
  try {
    // The empty file is created first, because SQLite keeps the permissions of an existing file, and gives them also to
    // the files that it creates beside it.
    await (await open(unfinished, 'w', 0o600)).close();
    const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
    try {
      // All pages are copied in one step. If another process wrote between two steps, the backup would start again. The
      // copying runs in a thread, so it does not block this one.
      await backup(source, unfinished, { rate: allPages });
    } finally {
      source.close();
    }
    const copy = new DatabaseSync(unfinished);
    try {
      // In this mode, the copy is a single file, without a log beside it.
      copy.exec('PRAGMA journal_mode = DELETE');
      const found = String(copy.prepare('PRAGMA quick_check(1)').get()?.quick_check);
      if (found !== 'ok') throw new ExplainedError(isDamaged(found.slice(0, 200)));
    } finally {
      copy.close();
    }
    await rename(unfinished, to);
    return (await stat(to)).size;
  } catch (error) {
    const { code, errcode = 0 } = toErrorParts(error);
    throw code === 'ENOSPC' || (errcode & 0xff) === 13 ? new ExplainedError(noRoom, { cause: error }) : error;
  } finally {
    for (const each of ['', '-journal', '-wal', '-shm']) await rm(`${unfinished}${each}`, { force: true });
  }
}

const allPages = 2 ** 31 - 1;

/** The name that a copy has until it is complete and checked. */
const unfinishedName = (name: string) => `.${name}.${process.pid}`;

/**
 * Whether a file name is that of an unfinished copy of a `.db` file, or of an SQLite file beside such a copy. Such
 * files remain if the process ends during `backUpDatabase`.
 */
export const isUnfinished = (name: string): boolean => /^\..+\.db\.\d+(?:-journal|-wal|-shm)?$/.test(name);

/**
 * Refuses to copy to a folder or to the database itself. Compares the files and not their paths, because one file can
 * have several paths.
 * @throws ExplainedError if `to` is a folder, or the same file as `from`
 */
async function refuseTarget(from: string, to: string): Promise<void> {
  const target = await stat(to).catch(() => null);
  if (target?.isDirectory()) throw new ExplainedError(isFolder(to));
  const { dev, ino } = await stat(from);
  if (target?.dev === dev && target.ino === ino) throw new ExplainedError(isDatabase);
}

const isFolder = (path: string) => ({
  ja: `「${path}」はフォルダーです。作るファイルの名前まで書いてください。`,
  en: `"${path}" is a folder; write the name of the file to make, too.`,
});

const isDatabase = {
  ja: 'バックアップの場所がデータベースそのものです。別のファイルを指定してください。',
  en: 'The backup would replace the database itself; name another file.',
};

const noRoom = {
  ja: 'ディスクがいっぱいなので、バックアップを作れませんでした。空きを作るか、ほかのディスクのファイルを指定してください。',
  en: 'The disk is full, so no backup was made. Make room, or name a file on another disk.',
};

const isDamaged = (found: string) => ({
  ja: `データベースが壊れているため、バックアップを作りませんでした(${found})。npm run twilio -- check が、直し方を示します。`,
  en: `The database is damaged, so no backup was made (${found}). "npm run twilio -- check" says what to do.`,
});
