import { type Dialect, type Driver, type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { StatementThread } from './database-thread.ts';
import { ThreadConnection } from './thread-connection.ts';
import type { TransactionScope } from './transaction-scope.ts';

/** Gives the only connection to one user at a time, in order of arrival. */
export class ThreadDriver implements Driver {
  readonly #thread: StatementThread;
  readonly #scope: TransactionScope;
  readonly #connection: ThreadConnection;
  /** Resolves when all earlier users have released the connection. */
  #queue: Promise<void> = Promise.resolve();
  #giveBack: () => void = () => {};

  constructor(thread: StatementThread, scope: TransactionScope) {
    this.#thread = thread;
    this.#scope = scope;
    this.#connection = new ThreadConnection(thread);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ThreadConnection> {
    this.#scope.assertOutside();
    await this.#takeTurn();
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack();
  }

  beginTransaction(connection: ThreadConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: ThreadConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: ThreadConnection): Promise<void> {
    return connection.rollback();
  }

  /** Waits for all users in the queue, then closes the database. */
  async destroy(): Promise<void> {
    await this.#takeTurn();
    await this.#thread.close();
  }

  async #takeTurn(): Promise<void> {
    const before = this.#queue;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#queue = promise;
    await before;
    this.#giveBack = resolve;
  }
}

class ThreadAdapter extends SqliteAdapter {
  /** Lets Kysely migrate inside a transaction, so that a failed migration leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /**
   * Stops Kysely from queueing users of the connection. The driver queues them itself, because it must reject calls
   * from inside a transaction.
   */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Kysely's SQLite dialect with a driver of this program, usually one with the database in another thread. */
export const createThreadDialect = (driver: Driver): Dialect => ({
  createDriver: () => driver,
  createAdapter: () => new ThreadAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
});
