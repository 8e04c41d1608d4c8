import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';

/** Milliseconds without a request after which nobody waits for anything. */
const quietFor = 60_000;

/** V8 gives pages back to the system only when they were empty in two collections, some seconds apart. */
const collections = 3;

/** Milliseconds between two looks. */
const lookEvery = 20_000;

/** Addresses that machines ask for at all hours. */
const probes = /^\/(?:healthz|readyz|metrics)\b/;

/** Gives back the memory that work in the office took, when nobody is there any more. */
export interface QuietCollector {
  /** Somebody asks for something. @param path with or without its query */
  asked(path: string): void;
  /** Collects, when it has been quiet for long enough since the office was last at work. */
  look(): void;
}

/**
 * V8 by itself collects when it needs room, and keeps what it has: an office that published twenty times would leave a
 * process that is larger by fifty megabytes until the next morning. A collection takes some fifty milliseconds. A call may
 * stand in the middle of a long sentence then, and its next key is at worst answered so much later.
 */
export function createQuietCollector(
  collect: () => void = collectAll(),
  stopwatch: Stopwatch = machineStopwatch,
): QuietCollector {
  let last = stopwatch();
  // The start is work as well.
  let left = collections;
  return {
    asked(path) {
      if (probes.test(path)) return;
      last = stopwatch();
      if (path.startsWith('/console')) left = collections;
    },
    look() {
      if (left === 0 || stopwatch() - last < quietFor) return;
      left -= 1;
      collect();
    },
  };
}

/** Looks now and then, until the signal. */
export function collectWhenQuiet(collector: QuietCollector, signal: AbortSignal): void {
  const timer = setInterval(collector.look, lookEvery).unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}

/** A full collection, which takes some fifty milliseconds. */
function collectAll(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function' ? () => void collect() : () => {};
}
