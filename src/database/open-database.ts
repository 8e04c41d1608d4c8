import { join } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { DatabaseThread, type StatementThread } from './database-thread.ts';
import type { DrillTables } from './disaster/drill-tables.ts';
import type { DraftTables } from './drafts/draft-tables.ts';
import type { EditionTables } from './editions/edition-tables.ts';
import type { MemoTables } from './memos/memo-tables.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { NativeReviewTables } from './native-reviews/native-review-tables.ts';
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

/** What stores use: the same outside and inside a transaction, and without a way to begin one that bypasses `transaction`. */
export type Queries = Pick<
  Kysely<Schema>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn' | 'getExecutor'
>;

/** The database of the service. */
export interface Database {
  /** For single statements; inside `transaction`, only the queries that it passes may be used. */
  readonly queries: Queries;
  /** Runs work atomically. All other users of the database wait until it is done, so it must not wait for anything else. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Finishes pending statements, then closes the file. */
  close(): Promise<void>;
}

/** The name of the file in the folder. */
export const databaseFile = 'kotozute.db';

/**
 * Opens `kotozute.db` in a folder, creating both if missing, and migrates its tables. Several processes may do so at once.
 * @param script the thread's program; replaced only in tests
 * @throws StorageError when it cannot be opened, or was written by a later version
 */
export async function openDatabase(
  folder: string,
  script = new URL('./worker.ts', import.meta.url),
): Promise<Database> {
  return openDatabaseOver(new DatabaseThread(script, join(folder, databaseFile)));
}

/**
 * The same over anything that executes statements one after the other.
 * @throws StorageError as `openDatabase`
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
