import { join } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { DatabaseThread, type StatementThread } from './database-thread.ts';
import type { DrillTables } from './disaster/drill-tables.ts';
import type { DraftTables } from './drafts/draft-tables.ts';
import type { EditionTables } from './editions/edition-tables.ts';
import type { MemoTables } from './memos/sql-memo-store.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { NativeReviewTables } from './native-reviews/native-review-tables.ts';
import type { DatabaseWith } from './queries.ts';
import type { RehearsalTables } from './rehearsals/rehearsal-tables.ts';
import type { StaffTables } from './staff/staff-tables.ts';
import { createThreadDialect, ThreadDriver } from './thread-driver.ts';
import { TransactionScope } from './transaction-scope.ts';

/** All tables. */
export interface Schema
  extends StaffTables,
    DraftTables,
    EditionTables,
    RehearsalTables,
    MemoTables,
    DrillTables,
    NativeReviewTables {}

/** The database of the service. */
export type Database = DatabaseWith<Schema>;

/** The name of the database's file in its folder. */
export const databaseFile = 'kotozute.db';

/**
 * Opens `kotozute.db` in a folder, creating the folder and the file if missing, and migrates the tables. Several
 * processes may do this at the same time.
 * @param script the thread's program; replaced only in tests
 * @throws StorageError if the database cannot be opened, or was written by a later version
 */
export async function openDatabase(
  folder: string,
  script = new URL('./worker.ts', import.meta.url),
): Promise<Database> {
  return openDatabaseOver(new DatabaseThread(script, join(folder, databaseFile)));
}

/**
 * Opens and migrates a database over a thread, or over anything else that executes statements one after the other.
 * @throws StorageError as `openDatabase` does
 */
export async function openDatabaseOver(thread: StatementThread): Promise<Database> {
  const scope = new TransactionScope();
  const driver = new ThreadDriver(thread, scope);
  const kysely = new Kysely<Schema>({ dialect: createThreadDialect(driver) });
  const transaction = <Result>(work: (queries: Transaction<Schema>) => Promise<Result>): Promise<Result> => {
    scope.assertOutside();
    return kysely.transaction().execute((queries) => scope.run(() => work(queries)));
  };
  try {
    await transaction((queries) => migrate(queries, migrations));
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return { queries: kysely, transaction, close: () => kysely.destroy() };
}
