import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { codeOf, messageOf } from '../common/errors.ts';
import { fromMomentText } from './moment-text.ts';
import { databaseFile } from './open-database.ts';

/**
 * The state of a database. `whole`: nothing is wrong. `none`: there is no file. Otherwise, `wrong` is what SQLite
 * reports, and `isDamaged` is false if the file could not be read at all, for example because the disk fails. The
 * database may then still be intact.
 */
export type DatabaseState = 'whole' | 'none' | { readonly wrong: string; readonly isDamaged: boolean };

/**
 * SQLite's result codes for a damaged file, and for a file that is no database.
 * Source: https://www.sqlite.org/rescode.html
 */
const damaged: readonly number[] = [11, 26];

/** How every SQLite file begins. Source: https://www.sqlite.org/fileformat.html */
const beginning = 'SQLite format 3\0';

/**
 * Whether the file of the database exists and begins like an SQLite file. This finds a file that was overwritten. An
 * open connection may not notice that, because it answers from its cache.
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
 * Reads and checks the database of a folder from beginning to end, without changing it. A hundred megabytes take a
 * second. This thread is blocked during that time, so only commands may call this function.
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
 * The first publication in an intact database, and when it was made, in milliseconds since the epoch. Its number is 1, unless this database was created after an earlier one
 * had been lost. Null if there is no publication, or if the database cannot be read.
 */
export function firstPublication(folder: string): { readonly number: number; readonly at: number } | null {
  const row = firstRow(folder, 'SELECT number, at FROM publications ORDER BY number LIMIT 1');
  if (typeof row?.number !== 'number' || typeof row.at !== 'string') return null;
  return { number: row.number, at: fromMomentText(row.at) };
}

/**
 * Whether an intact database has any publication. The database is not changed. Also true if this cannot be read, for
 * example because another version created the database without the table.
 */
export const hasPublications = (folder: string): boolean =>
  firstRow(folder, 'SELECT 1 FROM publications LIMIT 1') !== undefined;

/** The first row of a result; undefined if there is none, and null if the database cannot be read. It is not changed. */
function firstRow(folder: string, sql: string): Record<string, unknown> | undefined | null {
  try {
    using database = new DatabaseSync(join(folder, databaseFile), { readOnly: true });
    return database.prepare(sql).get();
  } catch {
    return null;
  }
}
