import { describe, expect, test } from '#jest';
import { createSqlEditionRecords } from '../../src/database/editions/sql-edition-records.ts';
import { createSqlMemoStore } from '../../src/database/memos/sql-memo-store.ts';
import { describeEditionRecords } from '../contracts/edition-records.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { run, scratchDatabase, scratchFolder } from '../support/scratch-database.ts';
import { openSmallOffice } from '../support/small-office.ts';

describeEditionRecords('SQLite', async () => createSqlEditionRecords(await scratchDatabase()));
describeEditionRecords('SQLite in memory', async () => createSqlEditionRecords(await memoryDatabase()));

describe('What was published in SQLite', () => {
  test('stays as it was written', async () => {
    const database = await scratchDatabase();
    const office = await openSmallOffice(database);
    expect((await office.publish()).kind).toBe('published');
    const statements = ['editions', 'publications', 'sounds'].flatMap((table) => [
      [table, `delete from ${table}`],
      [table, `insert or replace into ${table} select * from ${table}`],
      [table, `update ${table} set ${table === 'sounds' ? 'seconds' : 'number'} = 7`],
    ]);
    for (const [table, statement = ''] of statements) {
      await expect(run(database.queries, statement)).rejects.toThrow(`rows of "${table}" stay as they were written`);
    }
    expect(await office.liveNumber()).toBe(1);
  });
});

describe('Memos in SQLite', () => {
  test('have the text that was written last, also on another connection', async () => {
    const folder = await scratchFolder();
    const [one, other] = [await scratchDatabase(folder), await scratchDatabase(folder)];
    const [here, there] = [createSqlMemoStore(one.queries), createSqlMemoStore(other.queries)];
    expect(await here.read('files-published')).toBeNull();
    await here.write('files-published', 'one');
    await there.write('files-published', '二');
    await there.write('address-key', '');
    expect([await here.read('files-published'), await here.read('address-key')]).toEqual(['二', '']);
    expect(await here.read('FILES-PUBLISHED')).toBeNull();
  });
});
