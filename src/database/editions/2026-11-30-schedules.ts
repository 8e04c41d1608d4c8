import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted, makeAppendOnly, strict } from '../column-types.ts';

/** Publications that were scheduled for a day and a time, and what became of them. */
export const schedules: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('schedules'))
      .addColumn('number', 'integer', counted)
      .addColumn('edition', 'text', (column) => column.notNull())
      .addColumn('edition_number', 'integer', (column) => column.notNull())
      .addColumn('publish_at', 'text', (column) => column.notNull())
      .addColumn('based_on', 'integer', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('reasons', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('document_number', 'text', (column) => column.notNull())
      .addColumn('warnings_reason', 'text', (column) => column.notNull())
      .addColumn('emergency', 'text')
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'schedules');
    await strict(db.schema.createTable('schedule_events'))
      .addColumn('schedule', 'integer', (column) => column.notNull().references('schedules.number'))
      .addColumn('step', 'text', (column) => column.notNull().check(sql`step in ('ended', 'settled')`))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('failure', 'text')
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('schedule_events_key', ['schedule', 'step'])
      .execute();
    await makeAppendOnly(db, 'schedule_events');
  },
};
