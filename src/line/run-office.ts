import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import { alive, cannotStartExitCode, heartbeatInterval } from '../edition/office-messages.ts';

/**
 * Milliseconds before an office that has ended is restarted: `first`, then twice as long each time, up to `longest`. After an
 * office has run for longer than `livedLong`, the pause is `first` again.
 */
const pauses = { first: 500, longest: 60_000, livedLong: 60_000 } as const;

/** Milliseconds that an office has to end after SIGTERM; then it is killed. */
const endsWithin = 12_000;

/**
 * Milliseconds without a message from the office: after `told`, `/healthz` reports the silence; after `ended`, the office is
 * killed.
 */
const silences = { told: 4 * heartbeatInterval, ended: 120_000 } as const;

export interface OfficeProcess {
  /** The status of the office, in a sentence for the operator of the service. */
  readonly status: string;
  /** Whether the office runs, has sent a message, and has not been silent for longer than `silences.told`. */
  readonly isWell: boolean;
  /** Stops restarting the office, and ends it once `needed` has resolved. */
  stop(needed: Promise<unknown>): Promise<void>;
}

interface OfficeOptions {
  /** The arguments of Node, including its own options. */
  readonly arguments: readonly string[];
  readonly log: Logger;
  /** Called with the messages of the office, except heartbeats. */
  readonly heard: (message: unknown) => void;
  /** Milliseconds of silence after which the office is killed; by default `silences.ended`. */
  readonly longestSilence?: number;
  /** Called when the office has ended with `cannotStartExitCode`. @returns whether to restart the office all the same */
  readonly refused: () => boolean;
}

/**
 * Starts the office as a child process, and restarts it when it has ended or hangs. An office whose line is gone ends by itself.
 */
export function runOffice(options: OfficeOptions): OfficeProcess {
  const { arguments: args, log, heard, refused, longestSilence = silences.ended } = options;
  let child: ChildProcess | null = null;
  let hasSpoken = false;
  let lastSign = performance.now();
  let isRefused = false;
  let isSuspected = false;
  let pause: number = pauses.first;
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      let [code, signal]: unknown[] = [];
      try {
        child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        hasSpoken = false;
        lastSign = performance.now();
        child
          .on('error', () => {})
          .on('message', (message) => {
            hasSpoken = true;
            lastSign = performance.now();
            if (message !== alive) heard(message);
          });
        [code, signal] = await once(child, 'exit');
      } catch (error) {
        // For example, the system has no memory or no process to spare at the moment.
        log.error({ why: messageOf(error) }, 'the office could not be started');
      }
      child = null;
      if (stopping.signal.aborted) return;
      isRefused = code === cannotStartExitCode;
      if (isRefused && !refused()) return;
      if (performance.now() - began > pauses.livedLong) pause = pauses.first;
      log.error({ code, signal, again: pause / 1000 }, 'the office has ended and will be restarted; calls go on');
      await wait(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      pause = Math.min(pause * 2, pauses.longest);
    }
  };
  const running = run();
  const silentFor = () => performance.now() - lastSign;
  const looking = setInterval(() => {
    const wasSuspected = isSuspected;
    isSuspected = child !== null && silentFor() >= longestSilence;
    // The office must be silent at two checks: if this process itself was blocked, it reads the messages before the second one.
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
      return hasSpoken ? 'The office runs.' : 'The office is starting.';
    },
    get isWell() {
      return child !== null && hasSpoken && silentFor() <= silences.told;
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
