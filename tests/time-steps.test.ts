import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { createWindowStore } from '../src/common/window-store.ts';
import { createSheetsKeeper } from '../src/console/sheets/kept-sheets.ts';
import { createTransferBudget } from '../src/line/transfer-budget.ts';
import { nothingOn, type SwitchedOn } from '../src/office/disaster/disaster-state.ts';
import { createDisasterSwitch } from '../src/office/disaster/disaster-switch.ts';
import { createListeningTimes } from '../src/office/editions/approval/listening-times.ts';
import { sessionLifetime } from '../src/office/staff/session.ts';
import { linkLifetime } from '../src/office/staff/sign-in-link.ts';
import { attemptWindow, paces } from '../src/office/staff/throttle.ts';
import { createTestDesk, type TestDesk } from './support/test-desk.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** Elapsed time, and a clock that can be set meanwhile. */
function openTime() {
  const time = { passed: 0, clock: Date.parse('2026-11-24T00:00:00Z') };
  return {
    time,
    stopwatch: () => time.passed,
    clock: () => time.clock,
    pass(milliseconds: number) {
      time.passed += milliseconds;
      time.clock += milliseconds;
    },
  };
}
type Time = ReturnType<typeof openTime>;

/** Time passes, and then the clock is set forwards or back. Both in milliseconds. */
interface Step {
  readonly passes: number;
  readonly set: number;
}

const setting = fc
  .tuple(fc.constantFrom(1000, minute, hour, day, year), fc.integer({ min: -40, max: 40 }))
  .map(([unit, count]) => unit * count);
const stepsOf = (longest: number) =>
  fc.array(fc.record({ passes: fc.integer({ min: 0, max: longest }), set: setting }), { maxLength: 8 });

/** Whether a clock is within the years in which its time can be stored. */
const isWritable = (clock: number) => clock > 0 && clock < Date.parse('8000-01-01T00:00:00Z');

async function takeSteps(open: Time, steps: readonly Step[], look: () => unknown): Promise<void> {
  for (const { passes, set } of steps) {
    open.pass(passes);
    await look();
    if (isWritable(open.time.clock + set)) open.time.clock += set;
    await look();
  }
}

/** Checks a property for random steps of time and clock. @param longest the most milliseconds that pass in a step */
const always = (longest: number, holds: (steps: readonly Step[]) => Promise<void>, numRuns = 200) =>
  fc.assert(fc.asyncProperty(stepsOf(longest), holds), { numRuns });

describe('However the clock is set meanwhile,', () => {
  test('transfers are possible again after an hour, and not before', () =>
    always(30 * minute, async (steps) => {
      const open = openTime();
      const budget = createTransferBudget(() => 1, open.stopwatch);
      budget.spend('first');
      await takeSteps(open, steps, () => {
        expect(budget.isLeft('second')).toBe(open.time.passed >= hour);
      });
    }));

  test('a visitor who asked too often waits for the rest of a minute, even if more requests follow', () =>
    always(20_000, async (steps) => {
      const open = openTime();
      const store = createWindowStore(open.stopwatch);
      store.init({ windowMs: minute });
      let [begun, hits] = [Number.NEGATIVE_INFINITY, 0];
      await takeSteps(open, steps, async () => {
        [begun, hits] = open.time.passed >= begun + minute ? [open.time.passed, 1] : [begun, hits + 1];
        const { totalHits, resetTime } = await store.increment('visitor');
        expect(totalHits).toBe(hits);
        expect(Number(resetTime) - Date.now()).toBeLessThanOrEqual(minute);
      });
    }));

  test('a visitor who asked too often stays known when there are more visitors than the store keeps', async () => {
    const store = createWindowStore(openTime().stopwatch);
    store.init({ windowMs: minute });
    await store.increment('often');
    for (let other = 1; other < 10_000; other += 1) await store.increment(`visitor ${other}`);
    expect((await store.increment('often')).totalHits).toBe(2);
    await store.increment('one more');
    expect((await store.increment('visitor 9999')).totalHits).toBe(2);
  });

  test('what a sheet changes is kept for two hours', () =>
    always(hour, async (steps) => {
      const open = openTime();
      const keeper = createSheetsKeeper(randomBytes, open.stopwatch);
      const token = keeper.keep('tanaka', { fileName: 'words.xlsx', compared: {} as never });
      await takeSteps(open, steps, () => {
        expect(keeper.find('tanaka', token) !== null).toBe(open.time.passed <= 2 * hour);
      });
    }));

  test('a listening lasts as long as the time that has passed', () =>
    always(minute, async (steps) => {
      const open = openTime();
      const times = createListeningTimes(open.clock, open.stopwatch);
      const listening = { number: 1, at: open.clock() };
      times.begin(1);
      await takeSteps(open, steps, () => {
        expect(times.passed(listening)).toBe(open.time.passed);
      });
    }));

  test('a listening that began before a restart needs no more time than the sound lasts', () =>
    always(minute, async (steps) => {
      const open = openTime();
      const listening = { number: 1, at: open.clock() };
      await takeSteps(open, steps, () => {});
      const times = createListeningTimes(open.clock, open.stopwatch);
      expect(times.passed(listening)).toBeGreaterThanOrEqual(0);
      open.pass(minute);
      expect(times.passed(listening)).toBeGreaterThanOrEqual(minute);
    }));

  test('a notice ends at its time, and earlier only if the clock has been past its end for ten minutes', () =>
    always(20 * minute, async (steps) => {
      const open = openTime();
      const lasts = hour;
      const disaster = createDisasterSwitch(open);
      disaster.adopt({ ...nothingOn, revision: 1, on: noticeAt(open.clock(), open.clock() + lasts) });
      const until = open.clock() + lasts;
      let pastFrom: number | null = null;
      await takeSteps(open, steps, () => {
        const isPast = open.clock() >= until;
        pastFrom = isPast ? (pastFrom ?? open.time.passed) : null;
        const isBelieved = pastFrom !== null && open.time.passed - pastFrom >= 10 * minute;
        expect(disaster.noticeNow() === null).toBe(open.time.passed >= lasts || isBelieved);
      });
      open.pass(lasts);
      expect(disaster.noticeNow()).toBeNull();
    }));

  test('a notice found at a start lasts no longer than it was meant to last', () =>
    always(20 * minute, async (steps) => {
      const open = openTime();
      const notice = noticeAt(open.clock(), open.clock() + hour);
      await takeSteps(open, steps, () => {});
      const disaster = createDisasterSwitch(open, { ...nothingOn, revision: 1, on: notice });
      open.pass(hour);
      expect(disaster.noticeNow()).toBeNull();
    }));

  test('wrong passwords are forgotten after a quarter of an hour, and no answer asks for a longer wait', () =>
    always(
      10 * minute,
      withDesk(async (open, { signIn, letIn }, steps) => {
        await letIn('tanaka', 'editor');
        for (let count = 0; count < paces.pair.free; count += 1) await signIn('tanaka', 'wrong');
        await takeSteps(open, steps, async () => {
          const result = await signIn('tanaka', 'wrong');
          if (result.kind === 'throttled') expect(result.seconds * 1000).toBeLessThanOrEqual(attemptWindow);
        });
        await signIn('tanaka', 'wrong');
        open.pass(attemptWindow);
        expect((await signIn('tanaka')).kind).toBe('signed-in');
      }),
      60,
    ));

  test('a session ends at the latest eight hours after the clock was last set', () =>
    always(
      hour,
      withDesk(async (open, { desk, letIn }, steps) => {
        const { token } = await letIn('tanaka', 'editor');
        await takeSteps(open, steps, () => desk.tidy());
        for (let times = 0; times < 16; times += 1) {
          open.pass(sessionLifetime / 16);
          const { kind } = await desk.readSession(token);
          if (times === 15) expect(kind).not.toBe('signed-in');
        }
      }),
      60,
    ));

  test('a link works for at most a day after the clock was last set; one that was ended never works again', () =>
    always(
      6 * hour,
      withDesk(async (open, { desk, records, letIn }, steps) => {
        const { signedIn } = await letIn('boss', 'administrator');
        const actor = { accountId: signedIn.member.id, accountName: 'boss', role: 'administrator' } as const;
        const tokens: string[] = [];
        for (let count = 0; count < 2; count += 1) {
          const made = await desk.makeLink(actor, signedIn.member.id);
          if (made.kind === 'made') tokens.push(made.token);
        }
        const [ended = '', newest = ''] = tokens;
        await takeSteps(open, steps, async () => {
          await desk.tidy();
          expect((await desk.readLink(ended)).kind).not.toBe('good-link');
        });
        open.pass(linkLifetime);
        expect((await desk.readLink(newest)).kind).not.toBe('good-link');
        expect(await records.accounts.list()).toHaveLength(1);
      }),
      60,
    ));
});

const noticeAt = (since: number, until: number): SwitchedOn => ({
  ...{ id: 'n', kind: 'flood', places: [], actions: [], at: '2026-11-24T09:00', languages: ['ja'] },
  ...{ since, until, confirmedAt: since, by: { accountId: null, accountName: 'tests' } },
});

/** A desk whose clock is set in steps. */
const withDesk =
  (holds: (open: Time, desk: TestDesk, steps: readonly Step[]) => Promise<void>) =>
  async (steps: readonly Step[]): Promise<void> => {
    const open = openTime();
    const desk = createTestDesk();
    Object.defineProperty(desk.clock, 'now', { get: open.clock });
    await holds(open, desk, steps);
  };
