import type { Kysely } from 'kysely';

/**
 * The queries that stores use, each on its own tables. They are the same outside and inside a transaction. Only
 * `DatabaseWith.transaction` can begin a transaction.
 */
export type Queries<Tables> = Pick<
  Kysely<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn' | 'getExecutor'
>;

/** A database that has certain tables, and may have others. */
export interface DatabaseWith<Tables> {
  /** Queries for single statements. Work inside `transaction` may use only the queries that are passed to it. */
  readonly queries: Queries<Tables>;
  /**
   * Runs work atomically. All other users of the database in this process wait until the work is done, so the work must
   * not wait for anything but the database.
   */
  transaction<Result>(work: (queries: Queries<Tables>) => Promise<Result>): Promise<Result>;
  /** Finishes pending statements, then closes the file. */
  close(): Promise<void>;
}
