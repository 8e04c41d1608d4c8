import type { RehearsalRecords, RehearsalStores } from '../../office/rehearsal/rehearsal-records.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import { createAuditTrail } from '../staff/audit-trail.ts';
import type { AuditTables } from '../staff/staff-tables.ts';
import { createProblemStore } from './problem-store.ts';
import type { RehearsalTables } from './rehearsal-tables.ts';
import { createRehearsedCallStore } from './rehearsed-call-store.ts';

type Tables = RehearsalTables & AuditTables;

const storesOver = (queries: Queries<Tables>): RehearsalStores => ({
  problems: createProblemStore(queries),
  calls: createRehearsedCallStore(queries),
  audit: createAuditTrail(queries),
});

/** The records of rehearsals in the database. */
export const createSqlRehearsalRecords = ({ queries, transaction }: DatabaseWith<Tables>): RehearsalRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
