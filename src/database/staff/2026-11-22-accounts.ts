import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted, makeAppendOnly, strict } from '../column-types.ts';

/** Staff accounts, how staff sign in, and the audit of what they did. */
export const accounts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    const isFlag = (column: string) => sql`${sql.ref(column)} in (0, 1)`;
    const isJson = (column: string) => sql`${sql.ref(column)} like '{%}'`;
    await strict(db.schema.createTable('accounts'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('display', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('password', 'text')
      .addColumn('is_active', 'integer', (column) => column.notNull().check(isFlag('is_active')))
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await strict(db.schema.createTable('sessions'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('began_at', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text', (column) => column.notNull())
      .addColumn('browser', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sessions_of_account').on('sessions').column('account_id').execute();
    await strict(db.schema.createTable('sign_in_links'))
      .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id'))
      .addColumn('made_at', 'text', (column) => column.notNull())
      .addColumn('valid_until', 'text', (column) => column.notNull())
      .addColumn('used_at', 'text')
      .execute();
    await db.schema.createIndex('sign_in_links_of_account').on('sign_in_links').column('account_id').execute();
    await strict(db.schema.createTable('sign_in_attempts'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('account_key', 'text', (column) => column.notNull())
      .addColumn('address_key', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sign_in_attempts_at').on('sign_in_attempts').column('at').execute();
    // The name is stored beside the id of the account, so that an entry keeps the name of that time.
    await strict(db.schema.createTable('audit'))
      .addColumn('number', 'integer', counted)
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('account_name', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull().check(isJson('about')))
      .execute();
    await makeAppendOnly(db, 'audit');
  },
};
