import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted, makeAppendOnly, strict } from '../column-types.ts';

/** Drills of the disaster notice, and how they ended. */
export const drills: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('drills'))
      .addColumn('number', 'integer', counted)
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'drills');
    await strict(db.schema.createTable('drills_ended'))
      .addColumn('drill', 'integer', (column) => column.primaryKey().notNull().references('drills.number'))
      .addColumn('outcome', 'text', (column) => column.notNull().check(sql`outcome in ('right', 'wrong', 'stopped')`))
      .addColumn('seconds', 'integer', (column) => column.check(sql`seconds >= 0`))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('places', 'text', (column) => column.notNull())
      .addColumn('actions', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'drills_ended');
  },
};
