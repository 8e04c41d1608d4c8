import { expect, test } from '#jest';
import { createEditionFolder } from '../../../src/edition/edition-folder.ts';
import { rollBack } from '../../../src/office/editions/go-live.ts';
import { highestHeard, readRestoredBackup } from '../../../src/office/editions/restored-backup.ts';
import { createNoteFile } from '../../../src/office/files/note-file.ts';
import { findStartProblems } from '../../../src/office/start-problems.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { scratchFolder } from '../../support/scratch-database.ts';
import { openSmallOffice, tanaka } from '../../support/small-office.ts';

/** An office on a new database. The note of what callers have heard is in the folder, where later offices find it. */
async function begin(folder: string) {
  const office = await openSmallOffice(await memoryDatabase());
  const { records } = office;
  const note = createNoteFile(folder, 'heard.json', highestHeard);
  const start = (live: number) =>
    readRestoredBackup({ live, note }, records, (error) => {
      throw error;
    });
  const publishNew = async (words: string) => {
    await office.save('en', 'goodbye', words);
    await office.publish();
  };
  /** The numbers of the newest publication and of the newest edition. */
  const numbers = async () => [(await records.publications(1))[0]?.number, (await records.list(1))[0]?.number];
  return { ...office, start, publishNew, numbers };
}

test('A restored backup is noticed at the start, and reported until something is published', async () => {
  const office = await begin(await scratchFolder());
  expect(await office.start(0)).toBeNull();
  await office.publish();
  expect(await office.start(0)).toBeNull();
  expect(await office.start(1)).toBeNull();
  expect(await office.start(4)).toEqual({ newest: 1, heard: 4 });
  // The office has replaced the pointer, and starts again.
  expect(await office.start(1)).toEqual({ newest: 1, heard: 4 });
  await office.publishNew('So long.');
  expect(await office.start(5)).toBeNull();
  // Callers have heard publications 2 to 4, and documents may name them, so their numbers are not used again.
  expect(await office.numbers()).toEqual([5, 5]);
  // A memo that cannot be read does not prevent a start.
  await office.memos.write('highest-heard', '{"number": 5');
  expect(await office.start(5)).toBeNull();
});

test('A number that callers have heard is not used again after a roll-back, a second restored backup, or a lost database', async () => {
  const folder = await scratchFolder();
  const office = await begin(folder);
  await office.publish();
  const first = office.shelf.current.hash;
  await office.publishNew('So long.');
  await office.start(8);
  const parts = { records: office.records, shelf: office.shelf, clock: office.clock };
  await rollBack(parts, tanaka, { hash: first, basedOn: 2, reason: 'as before' });
  expect(await office.numbers()).toEqual([9, 2]);
  await office.publishNew('See you.');
  expect(await office.numbers()).toEqual([10, 9]);

  // A backup is restored twice before anything is published. Neither the database nor the pointer knows of the first
  // time.
  const again = await begin(folder);
  await again.publish();
  expect(await again.start(1)).toEqual({ newest: 1, heard: 8 });
  await again.publishNew('So long.');
  expect(await again.numbers()).toEqual([9, 9]);

  const lost = await begin(folder);
  expect(await lost.start(12)).toBeNull();
  await lost.publish();
  expect(await lost.numbers()).toEqual([13, 13]);
});

test('The log of the start says that a backup was restored, and what to do', async () => {
  const folder = await scratchFolder();
  const { records, shelf, publish, clock } = await openSmallOffice(await memoryDatabase());
  await publish();
  const told: string[] = [];
  const start = () => {
    const now = clock();
    const office = { editions: records };
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

test('The log of the start says that a database was lost, even if callers hear the words of the prompts folder', async () => {
  const folder = await scratchFolder();
  const { records, shelf, clock } = await openSmallOffice(await memoryDatabase());
  const told: string[] = [];
  const start = () =>
    findStartProblems(
      {
        config: { dataFolder: folder },
        ...{ office: { editions: records }, current: shelf.current, publishedAt: null, now: clock() },
      },
      (problem) => () => told.push(problem),
    );
  const { writePointer } = createEditionFolder(folder);
  // At a first start, the line has an edition before anything is published.
  await writePointer({ edition: shelf.current.hash, number: 0 });
  await start();
  expect(told).toEqual([]);
  await writePointer({ edition: shelf.current.hash, number: 3 });
  expect(await start()).toEqual({ isLiveForgotten: false, restoredBackup: null });
  expect(told).toEqual(['the database was lost, with its accounts, approvals and history']);
});
