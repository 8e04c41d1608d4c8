import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ExplainedError } from '../common/explained-error.ts';
import { databaseFile } from './open-database.ts';
import { toErrorParts } from './sqlite-errors.ts';

/**
 * Copies the database of a folder into one file, also while a service is writing to it. The copy is read through before it gets its
 * name, so a file of that name is replaced only by a whole one. Only its owner may read it, from its first byte on.
 * @returns the size of the copy in bytes
 * @throws ExplainedError if `to` is the database itself or a folder, or if what was copied is damaged
 * @throws Error if the database cannot be read, or the file cannot be written
 */
export async function backUpDatabase(folder: string, to: string): Promise<number> {
  const from = join(folder, databaseFile);
  await refuseTarget(from, to);
  const unfinished = join(dirname(to), unfinishedName(basename(to)));
  try {
    // SQLite gives the file, and the companions that it makes, the rights of a file that is there already.
    await (await open(unfinished, 'w', 0o600)).close();
    const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
    try {
      // In one step, because another process that writes between two steps would make it begin again. It runs in a thread.
      await backup(source, unfinished, { rate: allPages });
    } finally {
      source.close();
    }
    const copy = new DatabaseSync(unfinished);
    try {
      // Without a log beside it, the copy is a single file.
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

/** The name that a copy has until it is whole. */
const unfinishedName = (name: string) => `.${name}.${process.pid}`;

/** Whether a name is that of a copy, or of a companion of it, that was left when `backUpDatabase` was ended. */
export const isUnfinished = (name: string): boolean => /^\..+\.db\.\d+(?:-journal|-wal|-shm)?$/.test(name);

/** One file can have several paths, so files are compared and not paths. */
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
