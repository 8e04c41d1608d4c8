import { setImmediate } from 'node:timers/promises';
import { deepTest, expect, jest } from '#jest';
import { createEditionFolder } from '../../src/edition/edition-folder.ts';
import { noMarks } from '../../src/office/drafts/ledger.ts';
import { checkWords } from '../../src/office/editions/check-words.ts';
import { createEdition } from '../../src/office/editions/edition.ts';
import { toEditionFileInSteps } from '../../src/office/editions/to-edition-file.ts';
import { compareSheets } from '../../src/office/sheets/compare-sheets.ts';
import { writeWorkbookInThread } from '../../src/office/sheets/write-workbook-in-thread.ts';
import { createFileAudioStore } from '../../src/sound/file-audio-store.ts';
import { readDraftInSteps } from '../../src/words/draft.ts';
import { bundledDraft, bundledFiles } from '../support/bundled.ts';
import { createTestConsole } from '../support/console-server.ts';
import { visitConsole } from '../support/console-visitor.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';
import { longestStep } from '../support/longest-step.ts';
import { manyTexts } from '../support/many-texts.ts';
import { scratchDatabase, scratchFolder } from '../support/scratch-database.ts';
import { openSmallOffice } from '../support/small-office.ts';

jest.setTimeout(600_000);

/**
 * Maximum milliseconds of processor time for which one step may block the event loop. The aim is 50. The rest allows
 * for code that runs for the first time, and for machines on which other tests run at the same time.
 */
const most = 100;

/** Measures the longest step of each piece of work. `judge` prints all of them, and fails if one is too long. */
function measureSteps() {
  const steps: (readonly [what: string, milliseconds: number])[] = [];
  return {
    async measured<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
      const { result, longest } = await longestStep(work);
      steps.push([what, Math.round(longest)]);
      return result;
    },
    judge() {
      const told = steps.map(([what, time]) => `${what} ${time}`).join(', ');
      console.log(`Milliseconds for which the longest step of each held the loop: ${told}.`);
      expect(steps.filter(([, time]) => time > most)).toEqual([]);
    },
  };
}

deepTest('No work of the office on hundreds of texts in seven languages holds up its other work', async () => {
  const { measured, judge } = measureSteps();
  const draft = manyTexts(bundledDraft(), 100);
  const tags = draft.line.languages.map(({ tag }) => tag);
  await measured('prompts folder', () => readDraftInSteps(bundledFiles(), setImmediate));
  await measured('checks', () => checkWords(draft));

  const line = await createTestConsole({ draft });
  await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  for (const page of ['', '/texts', '/approvals', '/publish', '/facts', '/rehearsal']) {
    const { status } = await measured(`page /console${page}`, () => visitor.get(`/console${page}`));
    expect([page, status]).toEqual([page, 200]);
  }

  const { desk, engine } = line.office;
  const parts = { now: await desk.read(), marks: noMarks, engine };
  const workbook = await measured('workbook', () => writeWorkbookInThread(parts, tags));
  const csv = `/console/sheets/export?kind=csv&language=${tags.join('&language=')}`;
  expect((await measured('CSV files', () => visitor.get(csv))).status).toBe(200);
  const { changes } = await measured('workbook brought back', () => compareSheets(desk, workbook));
  expect(changes).toEqual([]);

  const edition = createEdition(draft, engine);
  const folder = createEditionFolder(await scratchFolder());
  const file = await measured('edition as a file', () => toEditionFileInSteps(edition));
  await measured('file written', () => folder.write(file));
  judge();
});

deepTest('Publishing hundreds of texts does not hold up other work of the office', async () => {
  const { measured, judge } = measureSteps();
  const cache = createFileAudioStore(await scratchFolder());
  const office = await openSmallOffice(await scratchDatabase(), { draft: manyTexts(fixtureDraft(), 100), cache });
  await office.approveAll();
  const { kind } = await measured('publication', () => office.publish({ warningsReason: 'It is long.' }));
  expect(kind).toBe('published');
  judge();
});
