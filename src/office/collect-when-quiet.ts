import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';

/** Garbage is collected after this many milliseconds without use of the office. */
const quietFor = 60_000;

/**
 * The number of collections after each use of the console. Some objects, such as code that has not run for a while, are
 * freed only by the second collection.
 */
const collections = 2;

/** Milliseconds between two checks. */
const checkInterval = 20_000;

/**
 * The paths of requests that count as use of the office. `/` is not among them, because a line on another machine
 * requests it every minute, to see whether the office answers.
 */
const work = /^\/(?:console|control|audio)\b/i;

/** Collects garbage while nobody uses the office, so that the process returns memory to the system. */
interface QuietCollector {
  /** Call this for every request. @param path with or without its query */
  asked(path: string): void;
  /**
   * Collects garbage if the office has not been used for a minute, but at most twice after each use of the console.
   */
  check(): void;
}

/**
 * Creates a collector, because V8 by itself collects garbage only when it needs memory, and does not return what it has
 * freed. After twenty publications, the process would stay fifty megabytes larger until the next morning. A collection
 * takes about a fifth of a second. During that time, the process answers nothing.
 */
export function createQuietCollector(
  collect: () => void = collectAll(),
  stopwatch: Stopwatch = machineStopwatch,
): QuietCollector {
  let last = stopwatch();
  // The start counts as a use of the console.
  let left = collections;
  return {
    asked(path) {
      if (!work.test(path)) return;
      last = stopwatch();
      if (/^\/console/i.test(path)) left = collections;
    },
    check() {
      if (left === 0 || stopwatch() - last < quietFor) return;
      left -= 1;
      collect();
    },
  };
}

/** Checks every twenty seconds until the signal is aborted. */
export function collectWhenQuiet(collector: QuietCollector, signal: AbortSignal): void {
  const timer = setInterval(collector.check, checkInterval).unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/**
 * Makes a function that runs the garbage collection that V8 itself runs when memory runs out. This collection compacts
 * the heap and returns the pages that are then empty. After an ordinary collection, V8 would keep twenty megabytes of
 * them.
 */
function collectAll(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') return () => {};
  return () => void collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
