import { ModernFakeTimers } from '@jest/fake-timers';
import type * as Jest from '@jest/globals';
import fc from 'fast-check';
import { addEventHandler, type Event, getState } from 'jest-circus';

/*
 * Tests import this module as `#jest`. Test files run in plain Node. Many share one process, so that the product is not
 * loaded again for every file. This module adds what jest-light-runner lacks: time limits, clean-up after each test,
 * and fake timers that can leave some functions unchanged. It also separates the quick tests from the deep ones.
 */
const globals = globalThis as unknown as typeof Jest;
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect } = globals;

/** Whether this run is for the deep tests (`npm run test:deep`). `npm test` runs only the others. */
const runsDeep = process.env.KOTOZUTE_TESTS === 'deep';
/** The reason why this machine cannot run any test of this run. `jest.browser.config.js` sets it. */
const missing = process.env.KOTOZUTE_TESTS_MISS;

type Test = typeof globals.test;
type AddTest = (title: string) => void;
const instead = (add: AddTest): Test =>
  Object.assign(add.bind(null), { each: () => add, skip: add }) as unknown as Test;
const leaveOut = instead(() => {});
const skip = instead((title) => globals.test.skip(`${title} (${missing})`, () => {}));

/** A test that `npm test` runs. It takes milliseconds, seldom more than a second. */
export const test: Test = runsDeep ? leaveOut : missing ? skip : globals.test;
/** A test that takes long by nature. Only `npm run test:deep` runs it. A small version belongs beside it as `test`. */
export const deepTest: Test = runsDeep ? globals.test : leaveOut;

/** The seed of random tests. `npm run test:deep` prints it. Set TEST_SEED to this value to reproduce a failure. */
export const seed = Number(process.env.TEST_SEED ?? 1);
fc.configureGlobal({ seed });

/** The time limit in milliseconds of a test or hook that sets none. It is meant only for code that would never end. */
const defaultTimeout = 60_000;

const timers = new ModernFakeTimers({ global: globalThis, config: { fakeTimers: {} } as never });
const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis;

type Block = ReturnType<typeof getState>['rootDescribeBlock'];
const timeouts = new WeakMap<Block, number>();
const root = (): Block => getState().rootDescribeBlock;

export const jest = {
  /** Sets the time limit, in milliseconds, of the tests and hooks that follow in this file and set none themselves. */
  setTimeout: (milliseconds: number): void => void timeouts.set(root(), milliseconds),
  useFakeTimers: (options: Parameters<typeof timers.useFakeTimers>[0] = {}): void => timers.useFakeTimers(options),
  advanceTimersByTime: (milliseconds: number): void => timers.advanceTimersByTime(milliseconds),
  useRealTimers: (): void => timers.useRealTimers(),
};

const cleanups: (() => unknown)[] = [];

/** Runs `clean` after the current test, even if the test fails. The function that was given last runs first. */
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
      const error = new Error(`The test or hook took longer than ${milliseconds} ms.`);
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
  // The hooks of a block do nothing if none of its tests run.
  added.fn = event.name === 'add_test' ? work : async () => (hasTests(block) ? work() : undefined);
});
