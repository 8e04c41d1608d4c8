import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { StorageError } from '../common/storage-error.ts';
import { toBindable } from './bindable.ts';
import type { StatementThread } from './database-thread.ts';
import type { Outcome, Work } from './protocol.ts';

/**
 * The only connection to the database. A transaction accepts no more statements after one of its statements has failed, as on
 * PostgreSQL. SQLite itself would accept further statements. After a full disk, SQLite has rolled the transaction back
 * automatically, so these statements would run outside the transaction.
 */
export class ThreadConnection implements DatabaseConnection {
  readonly #thread: StatementThread;
  #transaction: { readonly deaths: number; hasFailed: boolean } | null = null;

  constructor(thread: StatementThread) {
    this.#thread = thread;
  }

  async begin(): Promise<void> {
    const { deaths } = this.#thread;
    // Deferred transactions of two processes that read and then write would conflict, and one of them would fail.
    await this.#thread.ask({ do: 'run', sql: 'begin immediate', parameters: [] });
    this.#transaction = { deaths, hasFailed: false };
  }

  async commit(): Promise<void> {
    await this.#ask({ do: 'run', sql: 'commit', parameters: [] });
    this.#transaction = null;
  }

  /**
   * Rolls back the transaction. If the thread has died, the transaction has been rolled back anyway. In this case no error is
   * thrown, because the caller gets the original error.
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
