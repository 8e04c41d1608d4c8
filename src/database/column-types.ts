import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely';

/*
 * Where databases differ in how tables are made, in one file: times are ISO texts in UTC, yes and no the integers 1 and 0, ids
 * and JSON text; all of that is the same everywhere.
 */

/** Ends a table that stores nothing of another type than its columns say. */
export const strict = <Name extends string>(table: CreateTableBuilder<Name>): CreateTableBuilder<Name> =>
  table.modifyEnd(sql`strict`);

/** Makes an integer column the table's key, counted upwards; no number is ever given twice. */
export const counted = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder =>
  column.primaryKey().autoIncrement();

/** The type of a column of bytes. */
export const bytes = (): RawBuilder<unknown> => sql`blob`;

/** Lets rows be added to a table, but neither changed nor taken away. */
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
