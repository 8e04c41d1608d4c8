import { expect, jest, test } from '#jest';
import { createEdition } from '../../src/office/editions/edition.ts';
import { everyNarration } from '../../src/office/editions/every-narration.ts';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { countCalls } from '../support/count-calls.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { memoryDatabase } from '../support/memory-database.ts';

jest.setTimeout(120_000);

/** Slow work of a publication that depends on the edition alone: walking through its calls. */
const once = ['src/call/walk.ts walk', 'src/office/editions/every-narration.ts everyScript'];
/** Work that whatever writes the file for the line does once the edition is live. */
const doneAfterwards = 'src/office/editions/to-edition-file.ts stepsTo';
/** Work that the publish page has done, so that the publication need not repeat it. */
const doneForPage = ['src/office/editions/check-words.ts check', 'src/office/editions/edition.ts createEdition'];

test('A save reads the line once and needs few database statements; a publication walks through its calls once', async () => {
  const statements: string[] = [];
  const database = await memoryDatabase(
    () => null,
    (sql) => void statements.push(sql),
  );
  const line = await createTestConsole({ database, draft: disasterDraft() });
  const { visitor } = await fillOffice(line);
  const save = async (path: string, fields: Readonly<Record<string, string>>) => {
    const page = await visitor.get(path);
    statements.length = 0;
    const { headers } = await visitor.send(page, path, fields);
    expect([path, headers.location]).toEqual([path, expect.stringMatching(/done\.saved$/)]);
    const lines = statements.filter((sql) => sql.startsWith('select * from "draft_lines"')).length;
    return { lines, statements: statements.length };
  };
  expect(await save('/console/texts/en/goodbye', { text: 'So long, and thanks.', ready: 'yes' })).toEqual({
    lines: 1,
    statements: 11,
  });
  const both = { 'text.en': 'So long now.', 'text.zh-Hans': '谢谢，再会。', 'ready.en': 'on', 'ready.zh-Hans': 'on' };
  expect(await save('/console/texts/all/goodbye', both)).toEqual({ lines: 1, statements: 14 });

  await line.office.approveAll();
  const page = await visitor.get('/console/publish');
  const take = await countCalls();
  const form = { comment: 'Words', noDocument: 'yes', warningsReason: 'The reader was asked.' };
  await visitor.send(page, '/console/publish', form);
  await line.publisher.idle();
  expect(line.publisher.job).toMatchObject({ state: 'done', result: { kind: 'published' } });
  const published = await take();
  const edition = createEdition((await line.office.desk.read()).draft, line.office.engine);
  await everyNarration(edition);
  const alone = await take();
  expect(once.map((name) => [name, published.get(name)])).toEqual(once.map((name) => [name, alone.get(name)]));
  expect([...doneForPage, doneAfterwards].filter((name) => published.has(name))).toEqual([]);

  const day = { value: '2026-05-01', source: 'x', checkedOn: '2026-11-01', reviewBy: '2027-01-01' };
  expect(await save('/console/facts/firstDay', day)).toEqual({ lines: 1, statements: 10 });
});
