import type { LineStore } from '../../../drafts/draft-records.ts';
import type { DraftLine } from '../../../drafts/draft-text.ts';
import { lineFile } from '../../../prompts/line-file.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../open-database.ts';
import type { DraftLineRow } from '../schema.ts';

/** Lines in the table `draft_lines`, which itself refuses changes. */
export const createLineStore = (db: Queries): LineStore => ({
  async newest() {
    const row = await revisions(db).limit(1).executeTakeFirst();
    return row ? toLine(row) : null;
  },
  async history(limit) {
    return (await revisions(db).limit(limit).execute()).map(toLine);
  },
  async add({ revision, file, by, at }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('draft_lines')
      .values({
        revision,
        file: JSON.stringify(file),
        account_id: by.accountId,
        account_name: by.accountName,
        at: toMomentText(at),
      })
      .onConflict((conflict) => conflict.column('revision').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
});

const revisions = (db: Queries) => db.selectFrom('draft_lines').selectAll().orderBy('revision', 'desc');

/** @throws ZodError when a version of the program with another idea of a line has written it */
const toLine = ({ revision, file, account_id, account_name, at }: DraftLineRow): DraftLine => ({
  revision,
  file: lineFile.parse(JSON.parse(file)),
  by: { accountId: account_id, accountName: account_name },
  at: fromMomentText(at),
});
