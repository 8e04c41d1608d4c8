import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted, strict } from '../column-types.ts';

/** Native readers without accounts: their links, and what they said about each text. */
export const readings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('readings'))
      .addColumn('number', 'integer', counted)
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('reader', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('valid_until', 'text', (column) => column.notNull())
      .addColumn('begun_at', 'text')
      .addColumn('finished_at', 'text')
      .addColumn('revoked_at', 'text')
      .execute();
    await strict(db.schema.createTable('reading_judgements'))
      .addColumn('number', 'integer', counted)
      .addColumn('reading', 'integer', (column) => column.notNull().references('readings.number'))
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('prompt', 'text', (column) => column.notNull())
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('is_right', 'integer', (column) => column.notNull().check(sql`is_right in (0, 1)`))
      .addColumn('sentences', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('settled_id', 'text')
      .addColumn('settled_name', 'text')
      .addColumn('settled_at', 'text')
      .addUniqueConstraint('reading_judgements_once', ['reading', 'prompt'])
      .execute();
    await db.schema
      .createIndex('reading_judgements_text')
      .on('reading_judgements')
      .columns(['language', 'prompt'])
      .execute();
  },
};
