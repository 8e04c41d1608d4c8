import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { codeOf, messageOf } from '../common/errors.ts';
import { databaseFile } from './open-database.ts';

/** The state of a database: whole, not created yet, or what SQLite says is wrong. */
export type DatabaseState = 'whole' | 'none' | { readonly wrong: string };

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
      return found === 'ok' ? 'whole' : { wrong: found.slice(0, 200) };
    } finally {
      database.close();
    }
  } catch (error) {
    return { wrong: `${codeOf(error) ?? '–'}: ${messageOf(error).slice(0, 200)}` };
  }
}
