import type { DraftRecords, DraftStores } from '../../office/drafts/draft-records.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import { createAuditTrail } from '../staff/audit-trail.ts';
import type { AuditTables } from '../staff/staff-tables.ts';
import type { DraftTables } from './draft-tables.ts';
import { createLineStore } from './line-store.ts';
import { createReasonStore } from './reason-store.ts';
import { createTextStore } from './text-store.ts';

type Tables = DraftTables & AuditTables;

/** The stores of the draft, for single statements or inside a transaction. */
export const draftStoresOver = (queries: Queries<Tables>): DraftStores => ({
  texts: createTextStore(queries),
  lines: createLineStore(queries),
  reasons: createReasonStore(queries),
  audit: createAuditTrail(queries),
});

/** The records of the draft in the database. */
export const createSqlDraftRecords = ({ queries, transaction }: DatabaseWith<Tables>): DraftRecords => ({
  ...draftStoresOver(queries),
  async stamp() {
    // Texts and lines are append-only, so the number of text rows and the newest revision of the line show every
    // change. Reasons can be replaced, so the stamp contains all reasons. There are only a few.
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
