import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import type { StatementThread } from './database-thread.ts';
import { type Database, databaseFile, type Schema } from './open-database.ts';
import { createThreadDialect, ThreadDriver } from './thread-driver.ts';
import { TransactionScope } from './transaction-scope.ts';

/**
 * Opens the database of a folder only for reading. The database is neither created nor migrated, because a command of a
 * newer version must not migrate it while the office is running. Statements block this thread, so only commands may
 * call this function.
 * @throws Error if there is no database, or if it cannot be opened
 */
export function openForReading(folder: string): Database {
  const file = new DatabaseSync(join(folder, databaseFile), { readOnly: true, timeout: 5000 });
  const thread: StatementThread = {
    deaths: 0,
    async ask(work) {
      return { rows: work.do === 'run' ? file.prepare(work.sql).all(...work.parameters) : [], changes: null };
    },
    close: async () => file.close(),
  };
  const kysely = new Kysely<Schema>({ dialect: createThreadDialect(new ThreadDriver(thread, new TransactionScope())) });
  return {
    queries: kysely,
    transaction: () => Promise.reject(new TypeError('This database was opened for reading.')),
    close: () => kysely.destroy(),
  };
}
