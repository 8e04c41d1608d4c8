import type { MemoStore } from '../../office/editions/edition-records.ts';
import type { Queries } from '../queries.ts';

/** A small text that survives a restart. */
interface MemoRow {
  readonly name: string;
  readonly text: string;
}

export interface MemoTables {
  readonly memos: MemoRow;
}

/** Memos in the table `memos`. */
export const createSqlMemoStore = (db: Queries<MemoTables>): MemoStore => ({
  async read(name) {
    const row = await db.selectFrom('memos').select('text').where('name', '=', name).executeTakeFirst();
    return row?.text ?? null;
  },
  async write(name, text) {
    await db
      .insertInto('memos')
      .values({ name, text })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ text }))
      .execute();
  },
});
