import type { MemoStore } from '../../office/editions/start-editions.ts';
import type { Queries } from '../open-database.ts';

/** Memos in the table `memos`. */
export const createSqlMemoStore = (db: Queries): MemoStore => ({
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
