import { describe, expect, test } from '#jest';
import { createSqlDraftRecords } from '../../src/database/drafts/sql-draft-records.ts';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import { describeDraftRecords } from '../contracts/draft-records.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { run, scratchDatabase } from '../support/scratch-database.ts';
import { byFolder, morning } from '../support/small-office.ts';

describeDraftRecords('SQLite', async () => createSqlDraftRecords(await scratchDatabase()));
describeDraftRecords('SQLite in memory', async () => createSqlDraftRecords(await memoryDatabase()));

describe('Revisions in SQLite', () => {
  test.each([
    ["update draft_texts set sentences = '[]'", 'draft_texts'],
    ['delete from draft_texts', 'draft_texts'],
    ['insert or replace into draft_texts select * from draft_texts', 'draft_texts'],
    ["update draft_lines set file = '{}'", 'draft_lines'],
    ['delete from draft_lines', 'draft_lines'],
  ])('stay as they were written: %s is refused', async (statement, table) => {
    const database = await scratchDatabase();
    const { texts, lines } = createSqlDraftRecords(database);
    const taken = toDraftContent(fixtureDraft(), byFolder, morning);
    await lines.add(taken.line);
    for (const text of taken.texts.slice(0, 3)) await texts.add(text);
    await expect(run(database.queries, statement)).rejects.toThrow(`rows of "${table}" stay as they were written`);
    expect(await lines.newest()).toEqual(taken.line);
    expect(await texts.newest()).toHaveLength(3);
  });

  test('that a later version wrote with an unknown act are read as edits', async () => {
    const database = await scratchDatabase();
    const values = ['en', 'greeting', 1, '["Hello."]', null, 1, 0, 'foreseen', null, null, 'x'];
    await run(
      database.queries,
      `insert into draft_texts values (${values.map(() => '?').join(', ')}, '2026-11-24T00:00:00.000Z')`,
      ...values,
    );
    expect((await createSqlDraftRecords(database).texts.newest())[0]).toMatchObject({ act: 'edited', at: morning });
  });
});
