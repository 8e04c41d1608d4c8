import { describe, expect, test } from '#jest';
import { createRehearsalDesk } from '../../../src/office/rehearsal/rehearsal-desk.ts';
import { expectationOf } from '../../../src/office/rehearsal/rehearsed-call.ts';
import { heardNow, runRehearsedCalls } from '../../../src/office/rehearsal/run-rehearsed-calls.ts';
import { memoryDatabase } from '../../support/memory-database.ts';
import { openSmallOffice, sato, tanaka, worker } from '../../support/small-office.ts';
import { callBy, fixtureEdition, tuesday } from '../../support/small-rehearsal.ts';
import { stoppedAt } from '../../support/stopped-at.ts';

/** A desk. `keep` stores a test call: by default, the caller asks for a person on a Tuesday, and the line is busy. */
async function start() {
  const office = await openSmallOffice(await memoryDatabase());
  const desk = createRehearsalDesk(office.rehearsals, office.clock);
  const keep = (title: string, path = '10b') => {
    const expected = callBy(path).turns.map(expectationOf);
    return desk.saveCall(tanaka, { title, situation: tuesday, path, expected });
  };
  return { ...office, rehearsalDesk: desk, keep };
}

describe('Calls that are kept as tests', () => {
  test('pass on the line on which they were made, and on a line with other words that does the same', async () => {
    const { rehearsals, keep } = await start();
    await keep('A busy line');
    await keep('The days', '11s');
    const calls = await rehearsals.calls.newest();
    expect(await runRehearsedCalls(fixtureEdition(), calls)).toEqual({ passed: 2, failures: [] });
    const reworded = fixtureEdition(['en.yaml', 'Do not say or enter', 'Never say or enter']);
    expect((await runRehearsedCalls(reworded, calls)).failures).toEqual([]);
  });

  test('fail at the first turn that takes another course, and say what was expected', async () => {
    const { rehearsals, keep } = await start();
    await keep('A busy line');
    const closed = fixtureEdition(['line.yaml', 'days: [1, 2, 3, 4, 5]', 'days: [1, 3, 4, 5]']);
    const { passed, failures } = await runRehearsedCalls(closed, await rehearsals.calls.newest());
    expect(passed).toBe(0);
    expect(failures).toMatchObject([
      // The first turn already differs: it offers a number instead of a person.
      { number: 1, title: 'A busy line', turn: 1, expected: { ending: 'wait' }, heard: { screen: 'choose-language' } },
    ]);
  });

  test('fail when a key leads elsewhere, or words are gone', async () => {
    const { rehearsals, keep } = await start();
    await keep('The days', '11');
    const calls = await rehearsals.calls.newest();
    const moved = fixtureEdition(
      ['line.yaml', '- id: days\n    key: "1"', '- id: days\n    key: "3"'],
      ['line.yaml', '- id: place\n    key: "2"', '- id: place\n    key: "1"'],
    );
    expect((await runRehearsedCalls(moved, calls)).failures[0]?.turn).toBe(2);
    const gone = fixtureEdition(['en.yaml', 'days.which:', 'days.other:']);
    expect((await runRehearsedCalls(gone, calls)).failures).toMatchObject([{ turn: 3, heard: null }]);
  });

  test('pass again when somebody accepts what they do now, and every act is in the audit', async () => {
    const { rehearsals, rehearsalDesk, keep, acts } = await start();
    await keep('A busy line');
    const closed = fixtureEdition(['line.yaml', 'days: [1, 2, 3, 4, 5]', 'days: [1, 3, 4, 5]']);
    const [call] = await rehearsals.calls.newest();
    if (!call) throw new Error('Nothing was kept.');
    await rehearsalDesk.acceptCall(sato, { number: 1, basedOn: 1 }, heardNow(closed, call));
    expect((await runRehearsedCalls(closed, await rehearsals.calls.newest())).failures).toEqual([]);
    await rehearsalDesk.renameCall(sato, { number: 1, basedOn: 2 }, 'Closed on Tuesdays');
    await rehearsalDesk.archiveCall(sato, { number: 1, basedOn: 3 });
    expect(await acts()).toEqual([
      'rehearsed-call-saved',
      'rehearsed-call-accepted',
      'rehearsed-call-renamed',
      'rehearsed-call-archived',
    ]);
    expect(await rehearsals.calls.find(1)).toMatchObject({
      title: 'Closed on Tuesdays',
      isArchived: true,
      revision: 4,
    });
  });

  test('need a title of their own, somebody who may edit, and the newest revision', async () => {
    const { rehearsalDesk, keep } = await start();
    expect(await keep('  ')).toEqual({ kind: 'no-title' });
    expect(await keep('x'.repeat(101))).toEqual({ kind: 'long-title' });
    expect((await keep('One')).kind).toBe('saved');
    expect(await keep('One')).toEqual({ kind: 'same-title' });
    const viewer = worker('mita', 'viewer');
    expect(await rehearsalDesk.archiveCall(viewer, { number: 1, basedOn: 1 })).toEqual({ kind: 'not-allowed' });
    expect(await rehearsalDesk.renameCall(sato, { number: 1, basedOn: 7 }, 'Two')).toEqual({ kind: 'conflict' });
    expect(await rehearsalDesk.renameCall(sato, { number: 9, basedOn: 1 }, 'Two')).toEqual({ kind: 'unknown' });
    await rehearsalDesk.archiveCall(sato, { number: 1, basedOn: 1 });
    expect((await keep('One')).kind).toBe('saved');
  });
});

describe('Publishing', () => {
  test('is refused without effect while a kept call takes another course, and works once the call is archived', async () => {
    const office = await start();
    await office.publish();
    const { revision, file } = (await office.desk.read()).line;
    const topics = file.topics.toReversed().map((topic, index) => ({ ...topic, key: String(index + 1) }));
    const changed = { ...file, topics };
    await office.desk.saveLine(sato, { basedOn: revision, file: changed, what: 'line', about: {} });
    const expected = callBy('11').turns.map(expectationOf);
    await office.rehearsalDesk.saveCall(tanaka, { title: 'The days', situation: tuesday, path: '11', expected });
    await office.approveAll();
    const refused = await office.publish({ warningsReason: 'meant' });
    expect(refused).toMatchObject(
      stoppedAt('kept-calls', { en: expect.stringMatching(/“The days”.* turn 2 is the first/) }),
    );
    expect(await office.liveNumber()).toBe(1);
    await office.rehearsalDesk.archiveCall(tanaka, { number: 1, basedOn: 1 });
    expect((await office.publish({ warningsReason: 'meant' })).kind).toBe('published');
  });
});

describe('A reported problem', () => {
  test('can be reported by anybody who may listen, and settled by anybody who may edit', async () => {
    const { rehearsalDesk, rehearsals, acts } = await start();
    const viewer = worker('mita', 'viewer');
    const form = {
      language: 'en',
      prompt: 'welcome',
      second: 2.5,
      comment: ' too fast ',
      address: '/rehearsal?path=1',
    };
    expect(await rehearsalDesk.report(viewer, form)).toEqual({ kind: 'reported', number: 1 });
    expect(await rehearsalDesk.report(viewer, { ...form, comment: ' ' })).toEqual({ kind: 'no-comment' });
    expect(await rehearsalDesk.report(viewer, { ...form, comment: 'x'.repeat(1001) })).toEqual({ kind: 'too-long' });
    expect(await rehearsalDesk.settle(viewer, 1, 'done')).toEqual({ kind: 'not-allowed' });
    expect(await rehearsalDesk.settle(tanaka, 1, '')).toEqual({ kind: 'no-comment' });
    expect(await rehearsalDesk.settle(tanaka, 1, 'spoken slower')).toEqual({ kind: 'settled' });
    expect(await rehearsalDesk.settle(tanaka, 1, 'again')).toEqual({ kind: 'settled-before' });
    expect(await rehearsals.problems.find(1)).toMatchObject({
      comment: 'too fast',
      settled: { comment: 'spoken slower' },
    });
    expect(await acts()).toEqual(['problem-reported', 'problem-settled']);
  });
});
