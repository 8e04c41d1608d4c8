import { createStaffRecords } from '../../src/adapters/database/staff/staff-records.ts';
import { describeStaffRecords } from '../contracts/staff-records.ts';
import { createMemoryStaffRecords } from '../support/memory-staff-records.ts';
import { scratchDatabase } from '../support/scratch-database.ts';

describeStaffRecords('SQLite', async () => createStaffRecords(await scratchDatabase()));
describeStaffRecords('Memory', async () => createMemoryStaffRecords());
