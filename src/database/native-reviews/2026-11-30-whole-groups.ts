import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Adds a column to the judgements. It says whether the reader gave one answer for all texts of a group that had no
 * answer yet. Before this migration, readers answered for each text separately.
 */
export const groupAnswers: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('reading_judgements')
      .addColumn('for_group', 'integer', (column) => column.notNull().defaultTo(0).check(sql`for_group in (0, 1)`))
      .execute();
  },
};
