import type { RehearsedCallStore } from '../../office/rehearsal/rehearsal-records.ts';
import type { RehearsedCall } from '../../office/rehearsal/rehearsed-call.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { Queries } from '../queries.ts';
import type { RehearsalTables, RehearsedCallRow } from './rehearsal-tables.ts';

/** Calls with all their revisions, in the append-only table `rehearsed_calls`. */
export const createRehearsedCallStore = (db: Queries<RehearsalTables>): RehearsedCallStore => ({
  async newest() {
    const rows = await db
      .selectFrom('rehearsed_calls as one')
      .selectAll()
      .where(({ eb, selectFrom }) =>
        eb(
          'revision',
          '=',
          selectFrom('rehearsed_calls as other')
            .whereRef('other.number', '=', 'one.number')
            .select(({ fn }) => fn.max('other.revision').as('newest')),
        ),
      )
      .orderBy('number')
      .execute();
    return rows.map(toCall);
  },
  async find(number) {
    const row = await db
      .selectFrom('rehearsed_calls')
      .selectAll()
      .where('number', '=', number)
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row ? toCall(row) : null;
  },
  async add({ number, revision, title, isArchived, situation, path, expected, by, at }) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('rehearsed_calls')
      .values({
        number,
        revision,
        title,
        is_archived: isArchived ? 1 : 0,
        situation: JSON.stringify(situation),
        path,
        expected: JSON.stringify(expected),
        account_id: by.accountId,
        account_name: by.accountName,
        at: toMomentText(at),
      })
      .onConflict((conflict) => conflict.columns(['number', 'revision']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
});

const toCall = (row: RehearsedCallRow): RehearsedCall => ({
  number: row.number,
  revision: row.revision,
  title: row.title,
  isArchived: row.is_archived === 1,
  situation: JSON.parse(row.situation),
  path: row.path,
  expected: JSON.parse(row.expected),
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
});
