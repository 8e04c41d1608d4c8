import type { StaffRecords, StaffStores } from '../../office/staff/staff-records.ts';
import type { DatabaseWith, Queries } from '../queries.ts';
import { createAccountStore } from './account-store.ts';
import { createAttemptStore } from './attempt-store.ts';
import { createAuditTrail } from './audit-trail.ts';
import { createLinkStore } from './link-store.ts';
import { createSessionStore } from './session-store.ts';
import type { StaffTables } from './staff-tables.ts';

const storesOver = (queries: Queries<StaffTables>): StaffStores => ({
  accounts: createAccountStore(queries),
  sessions: createSessionStore(queries),
  links: createLinkStore(queries),
  attempts: createAttemptStore(queries),
  audit: createAuditTrail(queries),
});

/** The records of the staff in the database. */
export const createSqlStaffRecords = ({ queries, transaction }: DatabaseWith<StaffTables>): StaffRecords => ({
  ...storesOver(queries),
  transaction: (work) => transaction((inside) => work(storesOver(inside))),
});
