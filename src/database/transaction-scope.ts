import { AsyncLocalStorage } from 'node:async_hooks';
import { StorageError } from '../common/storage-error.ts';

/** Knows whether the running code was called from inside a transaction of this database. */
export class TransactionScope {
  readonly #current = new AsyncLocalStorage<{ isOpen: boolean }>();

  /** Runs the work of a transaction. Code that still runs after the work has ended counts as outside. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const scope = { isOpen: true };
    try {
      return await this.#current.run(scope, work);
    } finally {
      scope.isOpen = false;
    }
  }

  /**
   * Throws an error if the running code is inside a transaction. The transaction holds the only connection, so code
   * inside the transaction would wait forever for another one. On PostgreSQL, which has more connections, the mistake
   * would go unnoticed.
   * @throws StorageError (`misused`)
   */
  assertOutside(): void {
    if (this.#current.getStore()?.isOpen) {
      throw new StorageError('misused', 'Inside a transaction, only what the transaction hands out may be used.');
    }
  }
}
