import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

/*
 * The parts of table definitions that differ between databases. Values are stored in the same way in all databases:
 * times are ISO texts in UTC, booleans are the integers 1 and 0, ids and JSON are texts.
 */

/** Makes a table strict: values must have the types of their columns. */
export const strict = <Name extends string>(table: CreateTableBuilder<Name>): CreateTableBuilder<Name> =>
  table.modifyEnd(sql`strict`);

/** Makes an integer column an autoincrementing primary key; numbers are never reused. */
export const counted = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.primaryKey().autoIncrement();

/** The type of a bytes column. */
export const bytes = (): RawBuilder<unknown> => sql`blob`;

/** Makes a table append-only: rows can be neither changed nor deleted. */
export async function makeAppendOnly<Tables>(db: Kysely<Tables>, table: string): Promise<void> {
  for (const act of ['update', 'delete']) {
    const trigger = sql.id(`${table}_no_${act}`);
    const why = sql.lit(`rows of "${table}" stay as they were written`);
    await sql`
      create trigger ${trigger} before ${sql.raw(act)} on ${sql.table(table)}
      begin select raise(abort, ${why}); end
    `.execute(db);
  }
}

/** A boolean: 1 for true, 0 for false. */
export type Flag = 0 | 1;
