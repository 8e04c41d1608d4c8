import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { StorageError } from '../common/storage-error.ts';
import { toBindable } from './bindable.ts';
import type { StatementThread } from './database-thread.ts';
import type { Outcome, Work } from './protocol.ts';

/**
 * The only connection to the database. After one statement of a transaction has failed, the transaction accepts no more
 * statements, as on PostgreSQL. SQLite itself would accept them. But on some errors, such as a full disk, SQLite has
 * already rolled the transaction back, so further statements would run outside the transaction.
 */
export class ThreadConnection implements DatabaseConnection {
  readonly #thread: StatementThread;
  #transaction: { readonly deaths: number; hasFailed: boolean } | null = null;

  constructor(thread: StatementThread) {
    this.#thread = thread;
  }

  async begin(): Promise<void> {
    const { deaths } = this.#thread;
    // Takes the write lock at once. If two processes began deferred transactions, and both read first and then wrote,
    // one of the two would fail.
    await this.#thread.ask({ do: 'run', sql: 'begin immediate', parameters: [] });
    this.#transaction = { deaths, hasFailed: false };
  }

  async commit(): Promise<void> {
    await this.#ask({ do: 'run', sql: 'commit', parameters: [] });
    this.#transaction = null;
  }

  /**
   * Rolls back the transaction. If the thread has died, the transaction has been rolled back anyway. In this case no
   * error is thrown, because the caller gets the original error.
   */
  async rollback(): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = null;
    if (transaction?.deaths !== this.#thread.deaths) return;
    try {
      await this.#thread.ask({ do: 'rollback' });
    } catch (error) {
      if (!(error instanceof StorageError && error.kind === 'lost')) throw error;
    }
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#ask({ do: 'run', sql, parameters: toBindable(parameters) });
    return { rows: rows as Row[], ...(changes !== null && { numAffectedRows: BigInt(changes) }) };
  }

  /** Returns all rows together, because an open cursor would hold the only connection. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  async #ask(work: Work): Promise<Outcome> {
    const transaction = this.#transaction;
    if (transaction === null) return this.#thread.ask(work);
    if (transaction.deaths !== this.#thread.deaths) {
      throw new StorageError('lost', undone);
    }
    if (transaction.hasFailed) {
      throw new StorageError('misused', 'A statement of this transaction failed, so the transaction must be undone.');
    }
    try {
      return await this.#thread.ask(work);
    } catch (error) {
      transaction.hasFailed = true;
      throw error;
    }
  }
}

const undone = {
  ja: 'データベースの処理が途中で止まり、変更は取り消されました。もう一度試してください。',
  en: 'The database thread ended during the transaction, so the transaction was undone. Try again.',
} as const;
