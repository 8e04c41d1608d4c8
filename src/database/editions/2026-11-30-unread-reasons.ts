import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Adds a column to scheduled publications: for each language with texts that no native reader has read, why it is offered
 * all the same.
 */
export const unreadReasons: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('schedules')
      .addColumn('unread_reasons', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  },
};
