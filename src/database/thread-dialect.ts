import { type Dialect, type Driver, type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

class ThreadAdapter extends SqliteAdapter {
  /** A failed migration leaves nothing of itself behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** The driver keeps the queue itself, because it knows who must not join it. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Kysely's SQLite, spoken to another thread. */
export const createThreadDialect = (driver: Driver): Dialect => ({
  createDriver: () => driver,
  createAdapter: () => new ThreadAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
});
