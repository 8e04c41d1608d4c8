import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Adds a column to scheduled publications. For each language with texts that no native reader has read, the column
 * holds the reason for publishing this language anyway.
 */
export const unreadReasons: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('schedules')
      .addColumn('unread_reasons', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  },
};
