import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Adds a column: whether a review is a reading of all texts, also of those that were found right before. Before this
 * migration, every review was.
 */
export const secondReadings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('readings')
      .addColumn('of_everything', 'integer', (column) =>
        column.notNull().defaultTo(1).check(sql`of_everything in (0, 1)`),
      )
      .execute();
  },
};
