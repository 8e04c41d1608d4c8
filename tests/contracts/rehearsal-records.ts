import { describe, expect, test } from '#jest';
import type { NewProblemReport, RehearsalRecords } from '../../src/office/rehearsal/rehearsal-records.ts';
import type { RehearsedCall } from '../../src/office/rehearsal/rehearsed-call.ts';
import { tuesday } from '../support/small-rehearsal.ts';

const noon = Date.parse('2026-11-24T03:00:00Z');
const by = { accountId: 'id of tanaka', accountName: 'tanaka' };

const report = (more: Partial<NewProblemReport> = {}): NewProblemReport => ({
  language: 'en',
  prompt: 'greeting',
  second: 4.2,
  comment: '早口です。"quoted" \\ {{fact}}',
  address: '/rehearsal?path=1',
  by,
  at: noon,
  ...more,
});

const call = (number: number, revision = 1, more: Partial<RehearsedCall> = {}): RehearsedCall => ({
  number,
  revision,
  title: `Call ${number}`,
  isArchived: false,
  situation: {
    ...tuesday,
    notice: { id: 'n', kind: 'typhoon', places: ['aso'], actions: [], at: null, languages: ['ja'] },
  },
  path: '10b',
  expected: [{ screen: 'topics', language: 'en', said: ['en welcome', 'en again 9'], ending: 'wait' }],
  by,
  at: noon + revision,
  ...more,
});

/** Registers the tests that all `RehearsalRecords` must pass. */
export function describeRehearsalRecords(name: string, open: () => Promise<RehearsalRecords>): void {
  describe(`${name} keeps problems`, () => {
    test('word for word, open until they are settled, and settled once', async () => {
      const { problems } = await open();
      const number = await problems.add(report());
      const bare = await problems.add(report({ second: null, by: { accountId: null, accountName: 'command line' } }));
      expect(bare).toBeGreaterThan(number);
      expect(await problems.find(number)).toEqual({ ...report(), number, settled: null });
      expect((await problems.find(bare))?.second).toBeNull();
      const settlement = { comment: '直しました', by, at: noon + 1 };
      expect(await problems.settle(number, settlement)).toBe(true);
      expect(await problems.settle(number, { ...settlement, comment: 'again' })).toBe(false);
      expect(await problems.settle(999, settlement)).toBe(false);
      expect((await problems.find(number))?.settled).toEqual(settlement);
      expect(await problems.find(999)).toBeNull();
    });

    test('and lists the open ones first, each group from the latest on, and no more than requested', async () => {
      const { problems } = await open();
      const numbers: number[] = [];
      for (const comment of ['a', 'b', 'c', 'd']) numbers.push(await problems.add(report({ comment })));
      await problems.settle(numbers[3] ?? 0, { comment: 'done', by, at: noon });
      expect((await problems.list(10)).map(({ comment }) => comment)).toEqual(['c', 'b', 'a', 'd']);
      expect((await problems.list(2)).map(({ comment }) => comment)).toEqual(['c', 'b']);
      expect(await problems.openCount()).toBe(3);
    });

    test('and finds the open ones about a prompt in one language', async () => {
      const { problems } = await open();
      const number = await problems.add(report());
      await problems.add(report({ language: 'ja' }));
      await problems.add(report({ prompt: 'goodbye' }));
      const second = await problems.add(report({ comment: 'more' }));
      const about = async () =>
        (await problems.openAbout({ language: 'en', prompt: 'greeting' })).map((each) => each.number);
      expect(await about()).toEqual([second, number]);
      await problems.settle(second, { comment: 'done', by, at: noon });
      expect(await about()).toEqual([number]);
    });
  });

  describe(`${name} keeps calls`, () => {
    test('in all their revisions, and finds the newest', async () => {
      const { calls } = await open();
      for (let revision = 1; revision <= 11; revision += 1) expect(await calls.add(call(1, revision))).toBe(true);
      expect(await calls.add(call(2, 1, { isArchived: true }))).toBe(true);
      expect(await calls.newest()).toEqual([call(1, 11), call(2, 1, { isArchived: true })]);
      expect(await calls.find(1)).toEqual(call(1, 11));
      expect(await calls.find(3)).toBeNull();
    });

    test('never two of one revision', async () => {
      const { calls } = await open();
      expect(await calls.add(call(1))).toBe(true);
      expect(await calls.add(call(1, 1, { title: 'another' }))).toBe(false);
      expect((await calls.find(1))?.title).toBe('Call 1');
    });
  });

  test(`${name} runs several steps on rehearsals as one transaction, and undoes all of them when one fails`, async () => {
    const records = await open();
    const work = records.transaction(async ({ problems, calls, audit }) => {
      await problems.add(report());
      await calls.add(call(1));
      await audit.add({ at: noon, who: by, act: 'problem-reported', about: {} });
      throw new Error('the machine stopped');
    });
    await expect(work).rejects.toThrow('the machine stopped');
    expect([await records.problems.list(9), await records.calls.newest(), await records.audit.list(null, 9)]).toEqual([
      [],
      [],
      [],
    ]);
  });
}
