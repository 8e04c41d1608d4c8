import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { cleanUp } from '#jest';
import type { StatementThread } from '../../src/database/database-thread.ts';
import { type Database, openDatabaseOver } from '../../src/database/open-database.ts';
import type { Outcome, Work } from '../../src/database/protocol.ts';
import { toErrorParts, toStorageError } from '../../src/database/sqlite-errors.ts';

/**
 * The same tables and statements in memory and in this very thread: for every test that needs no file and no second
 * connection, because starting the database's thread costs a tenth of a second. It passes the same contracts. Closed after
 * the test.
 * @param failure why nothing can be written now; asked before every statement that would write
 * @param asked told of every statement
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
      if (work.do === 'close') throw new RangeError('It is closed by itself.');
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
