import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { strict } from '../column-types.ts';

/** Small texts that survive a restart. */
export const memos: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('memos'))
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
  },
};
