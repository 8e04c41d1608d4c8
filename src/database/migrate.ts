import { sql, type Transaction } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StorageError } from '../common/storage-error.ts';

/** Kysely's name for the table of completed migrations. */
const doneTable = 'kysely_migration';

/**
 * Migrates the tables, including Kysely's own, in the given transaction. If several processes start at the same time,
 * one of them migrates, and the others find the tables migrated. A failed migration leaves nothing behind.
 * @param migrations by name; they run in the order of their names
 * @throws StorageError (`too-new`) when a later version of the program has written to the database; also the error of a
 * migration that fails
 */
export async function migrate<Tables>(
  transaction: Transaction<Tables>,
  migrations: Readonly<Record<string, Migration>>,
): Promise<void> {
  const done = await namesDone(transaction);
  const unknown = done.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new StorageError('too-new', {
      ja: `このデータベースには、新しいバージョンのKotozuteが書き込んでいます(${unknown.join(', ')})。そのバージョンを起動するか、そのバージョンを入れる前のバックアップに戻してください。`,
      en:
        `The database was written by a later version of Kotozute (${unknown.join(', ')}): start that version, or put back ` +
        'the backup made before it was installed.',
    });
  }
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

async function namesDone<Tables>(transaction: Transaction<Tables>): Promise<string[]> {
  const tables = await transaction.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === doneTable)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(doneTable)}`.execute(transaction);
  return rows.map(({ name }) => name);
}
