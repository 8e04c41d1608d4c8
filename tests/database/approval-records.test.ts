import { describe, expect, test } from '#jest';
import { createSqlApprovalRecords } from '../../src/database/editions/sql-approval-records.ts';
import { describeApprovalRecords } from '../contracts/approval-records.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { run, scratchDatabase } from '../support/scratch-database.ts';
import { openApprovals } from '../support/small-approvals.ts';
import { mori } from '../support/small-office.ts';

describeApprovalRecords('SQLite', async () => createSqlApprovalRecords(await scratchDatabase()));
describeApprovalRecords('SQLite in memory', async () => createSqlApprovalRecords(await memoryDatabase()));

describe('What was approved in SQLite', () => {
  test('stays as it was written', async () => {
    const office = await openApprovals();
    await office.save('en', 'goodbye', 'So long.');
    expect(await office.approve(mori, 'en', 'goodbye')).toMatchObject({ kind: 'approved' });
    const statements = ['approvals', 'listenings', 'listened'].flatMap((table) => [
      [table, `delete from ${table}`],
      [table, `insert or replace into ${table} select * from ${table}`],
      [table, `update ${table} set at = 'x'`],
    ]);
    for (const [table, statement = ''] of statements) {
      await expect(run(office.database.queries, statement)).rejects.toThrow(
        `rows of "${table}" stay as they were written`,
      );
    }
  });
});
