import type { Driver } from 'kysely';
import type { StatementThread } from './database-thread.ts';
import { ThreadConnection } from './thread-connection.ts';
import type { TransactionScope } from './transaction-scope.ts';

/** Lends the one connection to one borrower after the other, in the order in which they came. */
export class ThreadDriver implements Driver {
  readonly #thread: StatementThread;
  readonly #scope: TransactionScope;
  readonly #connection: ThreadConnection;
  /** Settles when everybody who came before has given the connection back. */
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

  /** Waits for everybody who stands in the queue. */
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
