import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted, makeAppendOnly, strict } from '../column-types.ts';

/** Listenings, approvals, texts that were sent back, and what went live in an emergency without approval. */
export const approvals: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await strict(db.schema.createTable('approvals'))
      .addColumn('number', 'integer', counted)
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('prompt', 'text', (column) => column.notNull())
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('verdict', 'text', (column) => column.notNull().check(sql`verdict in ('approved', 'sent-back')`))
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('line_revision', 'integer', (column) => column.notNull())
      .addColumn('sounds', 'text', (column) => column.notNull())
      .addColumn('comment', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'approvals');
    await strict(db.schema.createTable('listenings'))
      .addColumn('number', 'integer', counted)
      .addColumn('texts', 'text', (column) => column.notNull())
      .addColumn('seconds', 'real', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await makeAppendOnly(db, 'listenings');
    await strict(db.schema.createTable('listened'))
      .addColumn('listening', 'integer', (column) => column.notNull().references('listenings.number'))
      .addColumn('language', 'text', (column) => column.notNull())
      .addColumn('prompt', 'text', (column) => column.notNull())
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('seconds', 'real', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('listened_key', ['account_id', 'text_hash', 'listening', 'language', 'prompt'])
      .execute();
    await makeAppendOnly(db, 'listened');
    await db.schema.alterTable('publications').addColumn('emergency', 'text').execute();
  },
};
