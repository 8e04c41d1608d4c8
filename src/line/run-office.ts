import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../errors.ts';

/** Milliseconds before an office that has ended is started again: longer each time, until it has lived for a while. */
export const pauses = { first: 500, longest: 60_000, livedLong: 60_000 } as const;

/** Milliseconds for an office to end by itself. */
const endsWithin = 12_000;

/** Ends an office that cannot start, and would not the next time either: wrong settings, words that cannot be published. */
export const refusedCode = 78;

export interface OfficeProcess {
  /** Starts it no more, and ends it when nothing needs it any longer. */
  stop(needed: Promise<unknown>): Promise<void>;
}

export interface OfficeOptions {
  /** What Node is called with, from its own options on. */
  readonly arguments: readonly string[];
  readonly log: Logger;
  /** Told what the office sends. */
  readonly heard: (message: unknown) => void;
  /** Told that it refused to start. @returns whether it shall be tried again all the same */
  readonly refused: () => boolean;
}

/** Starts the office beside the line, and again whenever it has ended. It ends by itself when the line is gone. */
export function runOffice({ arguments: args, log, heard, refused }: OfficeOptions): OfficeProcess {
  let child: ChildProcess | null = null;
  let pause: number = pauses.first;
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      let [code, signal]: unknown[] = [];
      try {
        child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        child.on('message', heard).on('error', () => {});
        [code, signal] = await once(child, 'exit');
      } catch (error) {
        // No memory or no process to be had at this moment.
        log.error({ why: messageOf(error) }, 'the office could not be started');
      }
      child = null;
      if (stopping.signal.aborted) return;
      if (code === refusedCode && !refused()) return;
      if (performance.now() - began > pauses.livedLong) pause = pauses.first;
      log.error({ code, signal, again: pause / 1000 }, 'the office has ended; calls go on, and it is started again');
      await setTimeout(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      pause = Math.min(pause * 2, pauses.longest);
    }
  };
  const running = run();
  return {
    async stop(needed) {
      stopping.abort();
      await needed;
      const ending = child;
      ending?.kill('SIGTERM');
      const late = globalThis.setTimeout(() => ending?.kill('SIGKILL'), endsWithin);
      await running;
      clearTimeout(late);
    },
  };
}
