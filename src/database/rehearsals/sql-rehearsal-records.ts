import type { RehearsalRecords, RehearsalStores } from '../../office/rehearsal/rehearsal-records.ts';
import type { Database, Queries } from '../open-database.ts';
import { createAuditTrail } from '../staff/audit-trail.ts';
import { createProblemStore } from './problem-store.ts';
import { createRehearsedCallStore } from './rehearsed-call-store.ts';

const storesOver = (queries: Queries): RehearsalStores => ({
  problems: createProblemStore(queries),
  calls: createRehearsedCallStore(queries),
  audit: createAuditTrail(queries),
});

/** The records of rehearsals in the database. */
export const createSqlRehearsalRecords = ({ queries, transaction }: Database): RehearsalRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
