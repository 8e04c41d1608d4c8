import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';

/** Garbage is collected when no request has counted as use of the office for this many milliseconds. */
const quietFor = 60_000;

/**
 * The number of collections after each use of the console. V8 returns memory pages to the system only after they were
 * empty in two collections, some seconds apart.
 */
const collections = 3;

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
   * Collects garbage if the office has not been used for a minute, but at most three times after each use of the
   * console.
   */
  check(): void;
}

/**
 * Left to itself, V8 collects garbage only when it needs memory, and does not return what it has freed. After twenty
 * publications, the process would stay fifty megabytes larger until the next morning. A collection takes about fifty
 * milliseconds. During that time, the process answers nothing.
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
      if (path.startsWith('/console')) left = collections;
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

/** Makes a function that runs a full garbage collection, which takes some fifty milliseconds. */
function collectAll(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function' ? () => void collect() : () => {};
}
