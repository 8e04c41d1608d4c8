import type { Drill, DrillRecords, DrillStore, DrillStores } from '../../office/disaster/drill-records.ts';
import { fromMomentText, toMomentText } from '../moment-text.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import { createAuditTrail } from '../staff/audit-trail.ts';
import type { AuditTables } from '../staff/staff-tables.ts';
import type { DrillTables } from './drill-tables.ts';

type Tables = DrillTables & AuditTables;

/** Drills in the append-only tables `drills` and `drills_ended`. */
const createDrillStore = (db: Queries<DrillTables>): DrillStore => ({
  async begin({ by, at }) {
    const { number } = await db
      .insertInto('drills')
      .values({ account_id: by.accountId, account_name: by.accountName, at: toMomentText(at) })
      .returning('number')
      .executeTakeFirstOrThrow();
    return number;
  },
  async end(number, { outcome, seconds, kind, places, actions, comment, by, at }) {
    const begun = await db.selectFrom('drills').select('number').where('number', '=', number).execute();
    if (begun.length === 0) return false;
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('drills_ended')
      .values({
        drill: number,
        outcome,
        seconds,
        kind,
        comment,
        places: places.join(' '),
        actions: actions.join(' '),
        account_id: by.accountId,
        account_name: by.accountName,
        at: toMomentText(at),
      })
      .onConflict((conflict) => conflict.column('drill').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  },
  async list(limit) {
    const rows = await db
      .selectFrom('drills')
      .leftJoin('drills_ended', 'drills_ended.drill', 'drills.number')
      .select(['drills.number', 'drills.account_id', 'drills.account_name', 'drills.at'])
      .select(['outcome', 'seconds', 'kind', 'places', 'actions', 'comment'])
      .select(({ ref }) => [
        ref('drills_ended.account_id').as('ended_id'),
        ref('drills_ended.account_name').as('ended_name'),
        ref('drills_ended.at').as('ended_at'),
      ])
      .orderBy('drills.number', 'desc')
      .limit(limit)
      .execute();
    return rows.map(toDrill);
  },
  async lastDone() {
    const last = await db
      .selectFrom('drills_ended')
      .select('at')
      .where('outcome', '!=', 'stopped')
      .orderBy('drill', 'desc')
      .limit(1)
      .executeTakeFirst();
    return last ? fromMomentText(last.at) : null;
  },
});

interface JoinedRow {
  readonly number: number;
  readonly account_id: string | null;
  readonly account_name: string;
  readonly at: string;
  readonly outcome: NonNullable<Drill['end']>['outcome'] | null;
  readonly seconds: number | null;
  readonly kind: string | null;
  readonly places: string | null;
  readonly actions: string | null;
  readonly comment: string | null;
  readonly ended_id: string | null;
  readonly ended_name: string | null;
  readonly ended_at: string | null;
}

const idsIn = (text: string | null): string[] => (text ?? '').split(' ').filter((id) => id !== '');

const toDrill = (row: JoinedRow): Drill => ({
  number: row.number,
  by: { accountId: row.account_id, accountName: row.account_name },
  at: fromMomentText(row.at),
  end:
    row.outcome === null || row.ended_at === null
      ? null
      : {
          outcome: row.outcome,
          seconds: row.seconds,
          kind: row.kind ?? '',
          places: idsIn(row.places),
          actions: idsIn(row.actions),
          comment: row.comment ?? '',
          by: { accountId: row.ended_id, accountName: row.ended_name ?? '' },
          at: fromMomentText(row.ended_at),
        },
});

const storesOver = (queries: Queries<Tables>): DrillStores => ({
  drills: createDrillStore(queries),
  audit: createAuditTrail(queries),
});

/** The records of drills in the database. */
export const createSqlDrillRecords = ({ queries, transaction }: DatabaseWith<Tables>): DrillRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
