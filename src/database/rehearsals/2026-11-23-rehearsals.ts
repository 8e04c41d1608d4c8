import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted, makeAppendOnly, strict } from '../column-types.ts';

/** Problems reported in rehearsals, how they were settled, and calls kept as tests. */
export const rehearsals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('problem_reports'))
      .addColumn('number', 'integer', counted)
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('prompt', 'text', (column) => column.notNull())
      .addColumn('second', 'real')
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'problem_reports');
    await strict(db.schema.createTable('problems_settled'))
      .addColumn('report', 'integer', (column) => column.primaryKey().notNull().references('problem_reports.number'))
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'problems_settled');
    await strict(db.schema.createTable('rehearsed_calls'))
      .addColumn('number', 'integer', (column) => column.notNull().check(sql`number >= 1`))
      .addColumn('revision', 'integer', (column) => column.notNull().check(sql`revision >= 1`))
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('is_archived', 'integer', (column) => column.notNull().check(sql`is_archived in (0, 1)`))
      .addColumn('situation', 'text', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('expected', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('rehearsed_calls_key', ['number', 'revision'])
      .execute();
    await makeAppendOnly(db, 'rehearsed_calls');
  },
};
