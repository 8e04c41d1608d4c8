import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { cleanUp } from '#jest';
import { type Database, openDatabase } from '../../src/database/open-database.ts';

/** An empty folder, which is deleted after the test. */
export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kotozute-database-'));
  cleanUp(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A database in a new folder, or in the given one. It is closed after the test.
 * @param script replaces the program of the database's thread
 */
export async function scratchDatabase(folder?: string, script?: URL): Promise<Database> {
  const database = await openDatabase(folder ?? (await scratchFolder()), script);
  cleanUp(() => database.close());
  return database;
}

/** Runs an SQL statement. Each `?` stands for the next of `values`, which are passed as parameters. */
export const run = async <Row = unknown>(
  queries: Database['queries'],
  statement: string,
  ...values: readonly unknown[]
): Promise<Row[]> => {
  const [first = '', ...others] = statement.split('?');
  const query = others.reduce(
    (before, text, index) => sql`${before}${sql.val(values[index])}${sql.raw(text)}`,
    sql.raw(first),
  );
  return [...(await query.execute(queries)).rows] as Row[];
};
