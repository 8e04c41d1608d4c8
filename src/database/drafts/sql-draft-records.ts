import type { DraftRecords, DraftStores, ReasonStore } from '../../office/drafts/draft-records.ts';
import type { Database, Queries } from '../open-database.ts';
import { createAuditTrail } from '../staff/audit-trail.ts';
import { createLineStore } from './line-store.ts';
import { fromPlacesRow, toPlacesRow } from './reason-places.ts';
import { createTextStore } from './text-store.ts';

const createReasonStore = (db: Queries): ReasonStore => ({
  async list() {
    const rows = await db.selectFrom('draft_reasons').selectAll().orderBy('number').execute();
    return rows.map(({ file, places, rule, reason }) => ({ places: fromPlacesRow({ file, places }), rule, reason }));
  },
  async replace(reasons) {
    await db.deleteFrom('draft_reasons').execute();
    for (const [index, { places, rule, reason }] of reasons.entries()) {
      const row = { number: index + 1, ...toPlacesRow(places), rule, reason };
      await db.insertInto('draft_reasons').values(row).execute();
    }
  },
});

/** The draft's stores, over single statements or inside a transaction. */
export const draftStoresOver = (queries: Queries): DraftStores => ({
  texts: createTextStore(queries),
  lines: createLineStore(queries),
  reasons: createReasonStore(queries),
  audit: createAuditTrail(queries),
});

/** What is kept about the draft, in the database. */
export const createSqlDraftRecords = ({ queries, transaction }: Database): DraftRecords => ({
  ...draftStoresOver(queries),
  async stamp() {
    // Texts and lines are only ever added; reasons are replaced, and there are few of them.
    const [line, texts] = await Promise.all([
      queries
        .selectFrom('draft_lines')
        .select(({ fn }) => fn.max('revision').as('newest'))
        .executeTakeFirst(),
      queries
        .selectFrom('draft_texts')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst(),
    ]);
    if (line?.newest == null) return null;
    const reasons = await queries.selectFrom('draft_reasons').selectAll().orderBy('number').execute();
    return JSON.stringify([line.newest, Number(texts?.count), reasons]);
  },
  transaction: (work) => transaction((inside) => work(draftStoresOver(inside))),
});
