import { join } from 'node:path';
import { Kysely, type Transaction } from 'kysely';
import { DatabaseThread, type StatementThread } from './database-thread.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import type { Schema } from './schema.ts';
import { createThreadDialect } from './thread-dialect.ts';
import { ThreadDriver } from './thread-driver.ts';
import { TransactionScope } from './transaction-scope.ts';

/** What repositories are given: the same outside and inside a transaction, and no way to begin one past `transaction`. */
export type Queries = Pick<
  Kysely<Schema>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn' | 'getExecutor'
>;

/** The database of the service. */
export interface Database {
  /** For single statements; inside `transaction` only what that hands out may be used. */
  readonly queries: Queries;
  /** All of it or nothing; whoever else wants the database waits until the work is done, so it must wait for nothing else. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  /** Finishes what was asked, then closes the file. */
  close(): Promise<void>;
}

/** The file inside the folder. */
export const databaseFile = 'kotozute.db';

/**
 * Opens `kotozute.db` in a folder, both made when absent, and brings its tables up to date. Several processes may do so at once.
 * @param script the thread's program; another one only for tests
 * @throws StorageError when it cannot be opened, or was written by a later version
 */
export async function openDatabase(
  folder: string,
  script = new URL('./worker.ts', import.meta.url),
): Promise<Database> {
  return openDatabaseOver(new DatabaseThread(script, join(folder, databaseFile)));
}

/**
 * The same over whatever answers statements, one after the other.
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
