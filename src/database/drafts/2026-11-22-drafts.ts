import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { makeAppendOnly, strict } from '../column-types.ts';

/** Draft texts, the draft line, and the reasons for accepted warnings. */
export const drafts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('draft_texts'))
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('prompt', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull().check(sql`revision >= 1`))
      .addColumn('sentences', 'text', (column) => column.notNull())
      .addColumn('source_fingerprint', 'text')
      .addColumn('is_ready', 'integer', (column) => column.notNull().check(sql`is_ready in (0, 1)`))
      .addColumn('is_reviewed', 'integer', (column) => column.notNull().check(sql`is_reviewed in (0, 1)`))
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('draft_texts_key', ['language', 'prompt', 'revision'])
      .execute();
    await makeAppendOnly(db, 'draft_texts');
    await strict(db.schema.createTable('draft_lines'))
      .addColumn('revision', 'integer', (column) => column.primaryKey().notNull().check(sql`revision >= 1`))
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'draft_lines');
    await strict(db.schema.createTable('draft_reasons'))
      .addColumn('number', 'integer', (column) => column.primaryKey().notNull())
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('places', 'text', (column) => column.notNull())
      .addColumn('rule', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .execute();
  },
};
