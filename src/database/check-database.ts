import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { codeOf, messageOf } from '../common/errors.ts';
import { databaseFile } from './open-database.ts';

/**
 * The state of a database: whole, not there, or what SQLite says is wrong. `isDamaged` is false if the file could not be read at all,
 * for example because the disk fails; the database in it may be whole.
 */
export type DatabaseState = 'whole' | 'none' | { readonly wrong: string; readonly isDamaged: boolean };

/** SQLite's result codes for a damaged file, and for one that is no database. Source: https://www.sqlite.org/rescode.html */
const damaged: readonly number[] = [11, 26];

/** How every SQLite file begins. Source: https://www.sqlite.org/fileformat.html */
const beginning = 'SQLite format 3\0';

/**
 * Whether the file of a database is there and begins as one. An open connection does not notice that the file was overwritten: it
 * reads what it remembers.
 */
export async function beginsAsDatabase(folder: string): Promise<boolean> {
  try {
    await using file = await open(join(folder, databaseFile));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(beginning.length), 0, beginning.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === beginning;
  } catch {
    return false;
  }
}

/**
 * Reads the database of a folder from beginning to end, without changing it. A hundred megabytes take a second, during which this
 * thread does nothing else, so only commands may call this function.
 */
export function checkDatabase(folder: string): DatabaseState {
  const path = join(folder, databaseFile);
  if (!existsSync(path)) return 'none';
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const found = String(database.prepare('PRAGMA quick_check(1)').get()?.quick_check);
      return found === 'ok' ? 'whole' : { wrong: found.slice(0, 200), isDamaged: true };
    } finally {
      database.close();
    }
  } catch (error) {
    const errcode = Number(Reflect.get(Object(error), 'errcode'));
    const wrong = `${codeOf(error) ?? '–'}: ${messageOf(error).slice(0, 200)}`;
    return { wrong, isDamaged: damaged.includes(errcode & 0xff) };
  }
}

/**
 * The number of the first publication in a whole database. It is 1, unless the database was made anew after one was lost. Null if there
 * is none, or if it cannot be read.
 */
export function firstPublication(folder: string): number | null {
  try {
    const database = new DatabaseSync(join(folder, databaseFile), { readOnly: true });
    try {
      const first = database.prepare('SELECT min(number) AS number FROM publications').get()?.number;
      return typeof first === 'number' ? first : null;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

/**
 * Whether anything was ever published in a whole database, which is read without being changed. True if another version made it
 * without that table.
 */
export function hasPublications(folder: string): boolean {
  try {
    const database = new DatabaseSync(join(folder, databaseFile), { readOnly: true });
    try {
      return database.prepare('SELECT 1 FROM publications LIMIT 1').get() !== undefined;
    } finally {
      database.close();
    }
  } catch {
    return true;
  }
}
