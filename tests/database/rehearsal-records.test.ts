import { expect, test } from '#jest';
import { createSqlRehearsalRecords } from '../../src/database/rehearsals/sql-rehearsal-records.ts';
import { describeRehearsalRecords } from '../contracts/rehearsal-records.ts';
import { run, scratchDatabase } from '../support/scratch-database.ts';

describeRehearsalRecords('The database', async () => createSqlRehearsalRecords(await scratchDatabase()));

test.each(['problem_reports', 'problems_settled', 'rehearsed_calls'])(
  'The table %s itself refuses to change or delete its rows',
  async (table) => {
    const database = await scratchDatabase();
    const { problems, calls } = createSqlRehearsalRecords(database);
    const signed = { by: { accountId: null, accountName: 'tanaka' }, at: 0 };
    const about = { language: 'en', prompt: 'greeting', second: null, comment: 'x', address: '/rehearsal?' };
    const number = await problems.add({ ...about, ...signed });
    await problems.settle(number, { comment: 'done', ...signed });
    const situation = { at: '', holiday: 'calendar', language: null, dialsUntried: true, mayTransfer: true } as const;
    const kept = { number: 1, revision: 1, title: 'x', isArchived: false, path: '', expected: [] };
    await calls.add({ ...kept, situation: { ...situation, notice: null }, ...signed });
    const why = `rows of "${table}" stay as they were written`;
    await expect(run(database.queries, `update ${table} set account_name = 'somebody'`)).rejects.toThrow(why);
    await expect(run(database.queries, `delete from ${table}`)).rejects.toThrow(why);
  },
);
