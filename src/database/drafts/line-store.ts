import { RecentMap } from '../../common/recent-map.ts';
import type { LineStore } from '../../office/drafts/draft-records.ts';
import type { DraftLine } from '../../office/drafts/draft-text.ts';
import { type LineFile, lineFile } from '../../words/line-file.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { DraftLineRow, DraftTables } from './draft-tables.ts';

/** Maximum number of cached lines; each takes a tenth of a megabyte. */
const mostRemembered = 20;

/**
 * Parsed lines, by the stored JSON. They are cached, because some pages read many rows and parsing one takes a third of
 * a millisecond. The key is the whole JSON, so a cached line is always right.
 */
const remembered = new RecentMap<string, LineFile>(mostRemembered);

/** Lines in the append-only table `draft_lines`. */
export const createLineStore = (db: Queries<DraftTables>): LineStore => ({
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

const revisions = (db: Queries<DraftTables>) => db.selectFrom('draft_lines').selectAll().orderBy('revision', 'desc');

/**
 * Parses a stored line.
 * @throws ZodError if the line was written by a version of the program with an incompatible line format
 */
function readLine(kept: string): LineFile {
  const known = remembered.get(kept);
  if (known) return known;
  const read = lineFile.parse(JSON.parse(kept));
  remembered.set(kept, read);
  return read;
}

const toLine = ({ revision, file, account_id, account_name, at }: DraftLineRow): DraftLine => ({
  revision,
  file: readLine(file),
  by: { accountId: account_id, accountName: account_name },
  at: fromMomentText(at),
});
