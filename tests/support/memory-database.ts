import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { cleanUp } from '#jest';
import type { StatementThread } from '../../src/database/database-thread.ts';
import { type Database, openDatabaseOver } from '../../src/database/open-database.ts';
import type { Outcome, Work } from '../../src/database/protocol.ts';
import { toErrorParts, toStorageError } from '../../src/database/sqlite-errors.ts';

/**
 * A database with the product's tables and statements, in memory and in the thread of the test. It saves the tenth of a
 * second that the start of the database's thread takes. Tests can use it if they need no file and no second connection.
 * It passes the same contract tests as the real database, and is closed after the test.
 * @param failure is called before every statement that writes. It returns the error to throw, or null
 * @param asked is called with every statement
 */
export async function memoryDatabase(
  failure: () => Error | null = () => null,
  asked: (sql: string) => void = () => {},
): Promise<Database> {
  const database = await openDatabaseOver(createMemoryThread(failure, asked));
  cleanUp(() => database.close());
  return database;
}

const writes = /^\s*(?:insert|update|delete)\b/i;

function createMemoryThread(failure: () => Error | null, asked: (sql: string) => void): StatementThread {
  const sqlite = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  sqlite.exec('pragma recursive_triggers = on');
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const perform = (work: Exclude<Work, { do: 'close' }>): Outcome => {
    if (work.do === 'rollback') {
      if (sqlite.isTransaction) sqlite.exec('rollback');
      return { rows: [], changes: null };
    }
    const statement = prepare(work.sql);
    if (statement.columns().length > 0) return { rows: statement.all(...work.parameters), changes: null };
    return { rows: [], changes: statement.run(...work.parameters).changes };
  };
  return {
    deaths: 0,
    async ask(work) {
      if (work.do === 'close') throw new RangeError('A database in memory is closed with `close`.');
      if (work.do !== 'rollback') asked(work.sql);
      const failed = work.do === 'rollback' || !writes.test(work.sql) ? null : failure();
      if (failed) throw failed;
      try {
        return perform(work);
      } catch (error) {
        throw toStorageError(toErrorParts(error));
      }
    },
    close: async () => sqlite.close(),
  };
}
