import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { bytes, makeAppendOnly, strict } from '../column-types.ts';

/** Published editions, their sounds, and when each edition went live. */
export const editions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('sounds'))
      .addColumn('key', 'text', (column) => column.primaryKey().notNull())
      .addColumn('seconds', 'real', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('bytes', bytes(), (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'sounds');
    await strict(db.schema.createTable('editions'))
      .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('number', 'integer', (column) => column.notNull().unique())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('manifest', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('document_number', 'text')
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'editions');
    await strict(db.schema.createTable('publications'))
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('edition', 'text', (column) => column.notNull().references('editions.hash'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'publications');
  },
};
