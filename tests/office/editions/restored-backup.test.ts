import { expect, test } from '#jest';
import { createEditionFolder } from '../../../src/edition/edition-folder.ts';
import { readRestoredBackup } from '../../../src/office/editions/restored-backup.ts';
import { findStartProblems } from '../../../src/office/start-problems.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { scratchDatabase, scratchFolder } from '../../support/scratch-database.ts';
import { openSmallOffice } from '../../support/small-office.ts';

test('A backup that was put back is found at the start, and told until something is published', async () => {
  const folder = await scratchFolder();
  const office = await openSmallOffice(await scratchDatabase(folder));
  const read = () =>
    readRestoredBackup(folder, office.records, office.memos, (error) => {
      throw error;
    });
  const { writePointer } = createEditionFolder(folder);
  expect(await read()).toBeNull();
  await office.publish();
  expect(await read()).toBeNull();
  const edition = office.shelf.current.hash;
  await writePointer({ edition, number: 1 });
  expect(await read()).toBeNull();
  await writePointer({ edition, number: 4 });
  expect(await read()).toEqual({ newest: 1, heard: 4 });
  // The office has replaced the pointer, and is started again.
  await writePointer({ edition, number: 1 });
  expect(await read()).toEqual({ newest: 1, heard: 4 });
  await office.save('en', 'goodbye', 'So long.');
  await office.publish();
  expect(await read()).toBeNull();
  // Callers have heard a second, third and fourth edition, which papers may name.
  expect((await office.records.publications(1))[0]?.number).toBe(5);
  expect((await office.records.find(office.shelf.current.hash))?.number).toBe(5);
  // What another version has left is no reason not to start.
  await office.memos.write('restored-backup', '{"newest": 5');
  expect(await read()).toBeNull();
});

test('The log of the start says that a backup was put back, and what to do', async () => {
  const folder = await scratchFolder();
  const { records, memos, shelf, publish, clock } = await openSmallOffice(await memoryDatabase());
  await publish();
  const told: string[] = [];
  const start = () => {
    const now = clock();
    const office = { editions: records, memos };
    return findStartProblems(
      { config: { dataFolder: folder }, office, current: shelf.current, publishedAt: now, now },
      (problem) => (why) => told.push(`${problem}: ${why}`),
    );
  };
  const { writePointer } = createEditionFolder(folder);
  await writePointer({ edition: shelf.current.hash, number: 1 });
  expect(await start()).toEqual({ isLiveForgotten: false, restoredBackup: null });
  expect(told).toEqual([]);
  await writePointer({ edition: 'a'.repeat(64), number: 2 });
  expect(await start()).toEqual({ isLiveForgotten: false, restoredBackup: { newest: 1, heard: 2 } });
  expect(told).toEqual([
    expect.stringMatching(/^the database is older than what callers heard: .*publish again what was published after/),
  ]);
});
