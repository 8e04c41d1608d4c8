import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import {
  alive,
  cannotStartExitCode,
  heartbeatInterval,
  isTakenExitCode,
  noDatabase,
  officeIsWell,
} from '../edition/office-messages.ts';

/**
 * Milliseconds before an office that has ended is restarted: `first`, then twice as long each time, up to `longest`.
 * After an office has run for longer than `livedLong`, the pause is `first` again.
 */
const pauses = { first: 500, longest: 60_000, livedLong: 60_000 } as const;

/** Milliseconds from SIGTERM until an office that has not ended is killed. */
const endsWithin = 12_000;

/**
 * Milliseconds without a message from the office. After `told`, `/healthz` reports the silence. After `ended`, the
 * office is killed.
 */
const silences = { told: 4 * heartbeatInterval, ended: 120_000 } as const;

/**
 * The line gives up when this many starts in a row have found another office on DATA_DIR. That takes about half a
 * minute, so an earlier service has time to end: it needs at most 22 seconds, `drainFor` (in `run-line.ts`) plus
 * `endsWithin`. A line whose own office has run before does not give up.
 */
const startsWhileTaken = 7;

export interface OfficeProcess {
  /** The status of the office, in a sentence for the operator of the service. */
  readonly status: string;
  /** Whether the office runs, has sent a message, and has not been silent for longer than `silences.told`. */
  readonly isWell: boolean;
  /**
   * False once the office has reported that it could not open its database. True again at the next start of the office.
   */
  readonly hasDatabase: boolean;
  /** Stops restarting the office. Once `needed` has resolved, ends the office, and resolves when it has ended. */
  stop(needed: Promise<unknown>): Promise<void>;
}

interface OfficeOptions {
  /** The arguments of Node, including its own options. */
  readonly arguments: readonly string[];
  readonly log: Logger;
  /** Called with the messages of the office, except heartbeats and `noDatabase`. */
  readonly heard: (message: unknown) => void;
  /** Milliseconds of silence after which the office is killed; by default `silences.ended`. */
  readonly longestSilence?: number;
  /**
   * Called when the office has ended with `cannotStartExitCode`.
   * @returns whether to restart the office nevertheless
   */
  readonly refused: () => boolean;
  /**
   * Called when `mostTaken` starts in a row have found another office on DATA_DIR. The office is then not restarted.
   * Not called if an office of this line has run before.
   */
  readonly taken: () => void;
  /** `startsWhileTaken` by default. */
  readonly mostTaken?: number;
  /** By default, those of `pauses`. */
  readonly pausing?: { readonly first: number; readonly longest: number };
  /** Monotonic time in milliseconds. */
  readonly now?: () => number;
}

/**
 * Starts the office as a child process, and restarts it when it has ended or hangs. The options `refused` and `taken`
 * say when it is not restarted. If the process of the line ends, the office ends too.
 */
export function runOffice(options: OfficeOptions): OfficeProcess {
  const {
    arguments: args,
    log,
    heard,
    refused,
    taken,
    mostTaken = startsWhileTaken,
    pausing = pauses,
    longestSilence = silences.ended,
    now = () => performance.now(),
  } = options;
  let child: ChildProcess | null = null;
  let hasSpoken = false;
  let hasDatabase = true;
  let lastSign = now();
  let isRefused = false;
  let isSuspected = false;
  let pause: number = pausing.first;
  let timesTaken = 0;
  let hasLived = false;
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const began = now();
      let [code, signal]: unknown[] = [];
      hasSpoken = false;
      hasDatabase = true;
      lastSign = began;
      try {
        child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        child
          .on('error', () => {})
          .on('message', (message) => {
            hasSpoken = true;
            lastSign = now();
            if (message === noDatabase) hasDatabase = false;
            else if (message !== alive) heard(message);
          });
        [code, signal] = await once(child, 'exit');
      } catch (error) {
        // This happens, for example, when the system is out of memory or of processes.
        log.error({ why: messageOf(error) }, 'the office could not be started');
      }
      child = null;
      if (stopping.signal.aborted) return;
      isRefused = code === cannotStartExitCode;
      if (isRefused && !refused()) return;
      timesTaken = code === isTakenExitCode ? timesTaken + 1 : 0;
      // After the office of this line has crashed, a second service may start an office in its place. This line then
      // keeps running, because it may have calls.
      hasLived ||= code !== isTakenExitCode && hasSpoken;
      if (timesTaken === mostTaken && !hasLived) return taken();
      if (now() - began > pauses.livedLong) pause = pausing.first;
      log.error({ code, signal, again: pause / 1000 }, 'the office has ended and will be restarted; calls go on');
      await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      pause = Math.min(pause * 2, pausing.longest);
    }
  };
  const running = run();
  const silentFor = () => now() - lastSign;
  const looking = setInterval(() => {
    const wasSuspected = isSuspected;
    isSuspected = child !== null && silentFor() >= longestSilence;
    // Two checks in a row must find silence. If this process was blocked, messages are waiting, and it reads them
    // before the second check.
    if (!child || !isSuspected || !wasSuspected) return;
    log.error({ silent: Math.round(silentFor() / 1000) }, 'the office hangs and will be restarted; calls go on');
    child.kill('SIGKILL');
    isSuspected = false;
  }, longestSilence / 24);
  looking.unref();
  return {
    get status() {
      if (!child && isRefused) return 'The office refuses to start; its output says why.';
      if (!child) return 'The office has ended; it will be restarted within a minute.';
      if (silentFor() > silences.told) {
        return `The office has been silent for ${Math.round(silentFor() / 1000)} s; after ${longestSilence / 1000} s it will be restarted.`;
      }
      if (!hasDatabase) return 'The office runs, but could not open its database.';
      return hasSpoken ? officeIsWell.runs : officeIsWell.starts;
    },
    get isWell() {
      return child !== null && hasSpoken && silentFor() <= silences.told;
    },
    get hasDatabase() {
      return hasDatabase;
    },
    async stop(needed) {
      stopping.abort();
      clearInterval(looking);
      await needed;
      const ending = child;
      ending?.kill('SIGTERM');
      const late = setTimeout(() => ending?.kill('SIGKILL'), endsWithin);
      await running;
      clearTimeout(late);
    },
  };
}
