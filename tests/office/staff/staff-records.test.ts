import { createSqlStaffRecords } from '../../../src/database/staff/sql-staff-records.ts';
import { describeStaffRecords } from '../../contracts/staff-records.ts';
import { createMemoryStaffRecords } from '../../support/memory-staff-records.ts';
import { scratchDatabase } from '../../support/scratch-database.ts';

describeStaffRecords('SQLite', async () => createSqlStaffRecords(await scratchDatabase()));
describeStaffRecords('Memory', async () => createMemoryStaffRecords());
