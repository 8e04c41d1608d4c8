import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Stores with a scheduled publication why it offers languages with texts that no native reader has read. */
export const unreadReasons: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('schedules')
      .addColumn('unread_reasons', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  },
};
