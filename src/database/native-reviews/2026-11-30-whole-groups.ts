import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Records whether readers gave one answer for the rest of a group. Before this migration, they answered for every text by itself.
 */
export const wholeGroups: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('reading_judgements')
      .addColumn('for_group', 'integer', (column) => column.notNull().defaultTo(0).check(sql`for_group in (0, 1)`))
      .execute();
  },
};
