import { expect, test } from '#jest';
import { noMarks } from '../../../src/office/drafts/ledger.ts';
import { writingLimits } from '../../../src/office/sheets/limits.ts';
import { writeWorkbookInThread } from '../../../src/office/sheets/write-workbook-in-thread.ts';
import { cellTexts } from '../../support/edit-workbook.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice } from '../../support/small-office.ts';

test('A workbook that takes too long to write is an error, and the next one is written', async () => {
  const { desk, engine } = await openSmallOffice(await memoryDatabase());
  const parts = { now: await desk.read(), marks: noMarks, engine };
  const late = writeWorkbookInThread(parts, ['en'], { ...writingLimits, milliseconds: 1 });
  const next = writeWorkbookInThread(parts, ['en']);
  await expect(late).rejects.toMatchObject({ why: 'writing-too-much' });
  expect([...cellTexts(await next, 'en').values()]).toContain('greeting');
});

test('Only a limited number of workbooks waits to be written', async () => {
  const { desk, engine } = await openSmallOffice(await memoryDatabase());
  const parts = { now: await desk.read(), marks: noMarks, engine };
  const asked = Array.from({ length: writingLimits.waiting + 1 }, () => writeWorkbookInThread(parts, ['en']));
  const refused = (await Promise.allSettled(asked)).flatMap((each) =>
    each.status === 'rejected' ? [each.reason] : [],
  );
  expect(refused).toEqual([expect.objectContaining({ why: 'writing-busy' })]);
});
