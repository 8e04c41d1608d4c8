import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A scheduled publication keeps the reasons for languages that no native reader has read. */
export const unreadReasons: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('schedules')
      .addColumn('unread_reasons', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  },
};
