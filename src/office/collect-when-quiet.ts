import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';

/** Milliseconds without a request for work before a collection. */
const quietFor = 60_000;

/**
 * The number of collections after each use of the console. V8 returns memory pages to the system only after they were
 * empty in two collections, some seconds apart.
 */
const collections = 3;

/** Milliseconds between two checks. */
const checkInterval = 20_000;

/** Work for people. A line on another machine also asks for `/` every minute, to see whether the office answers. */
const work = /^\/(?:console|control|audio)\b/i;

/** Frees the memory that work in the office took, once nobody is using the office any more. */
interface QuietCollector {
  /** To be called for every request. @param path with or without its query */
  asked(path: string): void;
  /** Collects garbage if there was no request for long enough, but in at most three checks after each use of the console. */
  check(): void;
}

/**
 * By itself, V8 collects only when it needs memory, and keeps what it has: after twenty publications the process would stay
 * larger by fifty megabytes until the next morning. During a collection, which takes some fifty milliseconds, the process
 * answers nothing.
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

/** Checks regularly until the signal. */
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
