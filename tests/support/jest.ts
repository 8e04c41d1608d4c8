import { ModernFakeTimers } from '@jest/fake-timers';
import type * as Jest from '@jest/globals';
import fc from 'fast-check';
import { addEventHandler, type Event, getState } from 'jest-circus';

/*
 * What tests import as `#jest`. Test files run in plain Node, many in one process, so that the product is loaded once and
 * not once for every file. This module adds what jest-light-runner lacks: time limits, clean-up after each test, fake timers
 * that leave some functions alone; and it parts the quick tests from the deep ones.
 */
const globals = globalThis as unknown as typeof Jest;
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect } = globals;

/** `npm run test:deep` runs the deep tests only, `npm test` the others only. */
const runsDeep = process.env.KOTOZUTE_TESTS === 'deep';
/** Why no test of this run can be made on this machine: set by `jest.browser.config.js`. */
const missing = process.env.KOTOZUTE_TESTS_MISS;

type Test = typeof globals.test;
type AddTest = (title: string) => void;
const instead = (add: AddTest): Test =>
  Object.assign(add.bind(null), { each: () => add, skip: add }) as unknown as Test;
const leaveOut = instead(() => {});
const skip = instead((title) => globals.test.skip(`${title} (${missing})`, () => {}));

/** A test that `npm test` runs: milliseconds, seldom more than a second. */
export const test: Test = runsDeep ? leaveOut : missing ? skip : globals.test;
/** A test that is long by nature, for `npm run test:deep`. A small version of it belongs beside it as `test`. */
export const deepTest: Test = runsDeep ? globals.test : leaveOut;

/** Where random tests begin: printed by `npm run test:deep`, and set with TEST_SEED to see a failure again. */
export const seed = Number(process.env.TEST_SEED ?? 1);
fc.configureGlobal({ seed });

/** The time limit of a test or hook that names none, in milliseconds. It only ends what would never end. */
const defaultTimeout = 60_000;

const timers = new ModernFakeTimers({ global: globalThis, config: { fakeTimers: {} } as never });
const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis;

type Block = ReturnType<typeof getState>['rootDescribeBlock'];
const timeouts = new WeakMap<Block, number>();
const root = (): Block => getState().rootDescribeBlock;

export const jest = {
  /** Sets the time limit of every test that follows in this file, in milliseconds. */
  setTimeout: (milliseconds: number): void => void timeouts.set(root(), milliseconds),
  useFakeTimers: (options: Parameters<typeof timers.useFakeTimers>[0] = {}): void => timers.useFakeTimers(options),
  advanceTimersByTime: (milliseconds: number): void => timers.advanceTimersByTime(milliseconds),
  useRealTimers: (): void => timers.useRealTimers(),
};

const cleanups: (() => unknown)[] = [];

/** Runs `clean` after the current test, whatever becomes of it; the last one given runs first. */
export const cleanUp = (clean: () => unknown): void => void cleanups.push(clean);

async function cleanAll(): Promise<void> {
  for (const clean of cleanups.splice(0).reverse()) await clean();
}

type Work = () => Promise<unknown>;

const limited =
  (work: () => unknown, milliseconds: number): Work =>
  async () => {
    let timer: ReturnType<typeof startTimer> | undefined;
    const late = new Promise((_, reject) => {
      const error = new Error(`It took longer than ${milliseconds} ms.`);
      timer = startTimer(reject, milliseconds, error);
    });
    await Promise.race([Promise.try(work), late]).finally(() => stopTimer(timer));
  };

const hasTests = (block: Block): boolean =>
  block.children.some((child) => (child.type === 'test' ? child.mode !== 'skip' : hasTests(child)));

const cleaned = new WeakSet<Block>();

addEventHandler((event: Event) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const { currentDescribeBlock: block } = getState();
  if (event.name === 'add_test' && !cleaned.has(root())) {
    cleaned.add(root());
    root().hooks.push({
      ...{ type: 'afterEach', fn: limited(cleanAll, defaultTimeout), parent: root(), seenDone: false },
      ...{ timeout: undefined, asyncError: new Error() },
    });
  }
  const added = event.name === 'add_test' ? block.children.at(-1) : block.hooks.at(-1);
  if (!added || !('fn' in added) || added.fn === undefined) return;
  const work = limited(added.fn as Work, event.timeout ?? timeouts.get(root()) ?? defaultTimeout);
  // The preparation of tests that are not run is not needed either.
  added.fn = event.name === 'add_test' ? work : async () => (hasTests(block) ? work() : undefined);
});
