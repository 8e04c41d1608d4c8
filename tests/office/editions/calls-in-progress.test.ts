import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, jest, test } from '#jest';
import { everyInput } from '../../../src/call/walk.ts';
import { createSqlEditionRecords } from '../../../src/database/editions/sql-edition-records.ts';
import { type Database, openDatabase } from '../../../src/database/open-database.ts';
import { createEditionShelf, keptEditions } from '../../../src/edition/edition.ts';
import { takeTurn } from '../../../src/edition/take-turn.ts';
import { createEdition, type OfficeEdition, type OfficeShelf } from '../../../src/office/editions/edition.ts';
import { draftOf } from '../../../src/office/editions/edition-content.ts';
import { rememberEditions } from '../../../src/office/editions/follow-publications.ts';
import { rollBack } from '../../../src/office/editions/go-live.ts';
import { at, moments } from '../../support/moments.ts';
import { openSmallOffice, tanaka } from '../../support/small-office.ts';

jest.setTimeout(60_000);

let folder: string;
let database: Database;
let editions: readonly [OfficeEdition, OfficeEdition];

/** Publishes two editions that differ in turns of every kind. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-calls-'));
  database = await openDatabase(folder);
  const office = await openSmallOffice(database);
  await office.publish();
  const first = office.shelf.current;
  const words: [string, string, string[]][] = [
    ['en', 'topic.days.menu', ['For all the days, press {{key}}.']],
    ['en', 'days.which', ['From {{firstDay}} on, this is new.', 'Put your waste out at night.']],
    ['en', 'reason-closed', ['Nobody is in the office now.']],
    ['en', 'goodbye', ['So long.']],
    ['ja', 'greeting', ['ごみの {電話|でんわ}です。']],
    ['en', 'greeting', ['This is the line for waste.']],
    ['zh-Hans', 'greeting', ['这里是新的垃圾热线。']],
  ];
  for (const [language, prompt, sentences] of words) await office.save(language, prompt, ...sentences);
  expect(await office.publish()).toMatchObject({ kind: 'published', publication: { number: 2 } });
  editions = [first, office.shelf.current];
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

/** The shelf of a process that starts now. */
async function restarted(): Promise<OfficeShelf> {
  const records = createSqlEditionRecords(database);
  const [live] = await records.publications(1);
  const record = await records.find(live?.edition ?? '');
  if (!record) throw new Error('Nothing is live.');
  const shelf = createEditionShelf(createEdition(draftOf(record), record.engine));
  await rememberEditions(records, shelf);
  return shelf;
}

const input = fc.constantFrom(...everyInput.filter(({ kind }) => kind !== 'limit-reached'));
const conditions = fc.constantFrom(at(moments.open), at(moments.night), at(moments.open, { mayTransfer: false }));

describe('A call that began before another edition went live', () => {
  test('hears its own edition to its end, whatever happens in the call, even across a restart', async () => {
    const [first, second] = editions;
    const alone = createEditionShelf(first);
    const live = createEditionShelf(first);
    live.publish(second);
    const after = await restarted();
    expect(after.current.hash).toBe(second.hash);
    let newWords = 0;
    fc.assert(
      fc.property(
        fc.array(fc.record({ input, conditions }), { minLength: 1, maxLength: 12 }),
        fc.nat({ max: 12 }),
        fc.nat({ max: 12 }),
        (turns, publishedAt, restartedAt) => {
          let [mine, theirs, fresh]: [string | null, string | null, string | null] = [null, null, null];
          const started = { input: { kind: 'call-started' }, conditions: at(moments.open) } as const;
          [started, ...turns].forEach((turn, index) => {
            const shelf = index <= publishedAt ? alone : index <= publishedAt + restartedAt ? live : after;
            const heard = takeTurn(shelf, { ...turn, code: mine, turns: index });
            const expected = takeTurn(alone, { ...turn, code: theirs, turns: index });
            expect(heard.edition.hash).toBe(first.hash);
            expect([heard.script.narration.key, heard.ending]).toEqual([
              expected.script.narration.key,
              expected.ending,
            ]);
            [mine, theirs] = [heard.code, expected.code];
            const other = takeTurn(after, { ...turn, code: fresh, turns: index });
            expect(other.edition.hash).toBe(second.hash);
            fresh = other.code;
            if (other.script.narration.key !== expected.script.narration.key) newWords += 1;
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(newWords).toBeGreaterThan(300);
  });

  test('by a roll-back stays on its own edition as well', async () => {
    const [first, second] = editions;
    const shelf = await restarted();
    const menu = takeTurn(shelf, {
      code: null,
      turns: 0,
      input: { kind: 'call-started' },
      conditions: at(moments.open),
    });
    const parts = { records: createSqlEditionRecords(database), shelf, clock: Date.now };
    const form = { hash: first.hash, basedOn: 2, reason: 'a wrong word' };
    expect((await rollBack(parts, tanaka, form)).kind).toBe('rolled-back');
    const key = { input: { kind: 'key', key: '1' }, conditions: at(moments.open) } as const;
    for (const each of [shelf, await restarted()]) {
      expect(takeTurn(each, { ...key, code: menu.code, turns: 1 }).edition.hash).toBe(second.hash);
      expect(each.current.hash).toBe(first.hash);
    }
  });
});

test('after a restart, the editions of the latest publications are remembered, even if they were published many times', async () => {
  const records = createSqlEditionRecords(database);
  for (let number = 4; number <= 30; number += 1) {
    const edition = editions[number % 2]?.hash ?? '';
    const by = { accountId: null, accountName: 'x' };
    const live = { edition, kind: 'published', by, at: Date.now(), comment: '', emergency: null } as const;
    expect(await records.publish({ number, ...live })).toBe(true);
  }
  const shelf = await restarted();
  expect(shelf.current.hash).toBe(editions[0].hash);
  expect(shelf.find(editions[1].id).hash).toBe(editions[1].hash);
  expect(keptEditions).toBe(8);
});
