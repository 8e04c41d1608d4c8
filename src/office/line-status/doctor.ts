import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { messageOf } from '../../common/errors.ts';
import type { Check } from '../../operation/check.ts';

/** What the doctor of the command line can be asked for. */
export type DoctorCommand =
  | readonly ['check']
  | readonly ['probe']
  | readonly ['setup', '--yes']
  | readonly ['fallback', '--deploy'];

/**
 * Asks the doctor of the command line.
 * @throws Error when it ends without an answer
 */
export type Doctor = (command: DoctorCommand, signal: AbortSignal) => Promise<readonly Check[]>;

const bilingual = z.object({ ja: z.string(), en: z.string() });
const checks: z.ZodType<readonly Check[]> = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z-]{1,60}$/),
      state: z.enum(['ok', 'warn', 'fail', 'skip']),
      about: bilingual,
      expected: z.string().optional(),
      found: z.string().optional(),
      isForeign: z.boolean().optional(),
      mend: bilingual.optional(),
    }),
  )
  .max(1000) as z.ZodType<readonly Check[]>;

/** The longest answer, in bytes, and the longest time, in milliseconds. Slow networks take half a minute. */
const longest = { answer: 1_000_000, time: 300_000 } as const;

const program = fileURLToPath(new URL('../../cli/twilio.ts', import.meta.url));

/**
 * The doctor in a process of its own, with the settings and limits of this one: it walks the whole edition and waits for networks, and none of
 * that may hold up the office.
 */
export const askDoctor: Doctor = (command, signal) =>
  new Promise((resolve, reject) => {
    const options = {
      signal,
      timeout: longest.time,
      maxBuffer: longest.answer,
      killSignal: 'SIGKILL',
    } as const;
    const args = [...process.execArgv, program, ...command, '--json', '--child'];
    execFile(process.execPath, args, options, (error, printed, complained) => {
      // Findings end it with 1, like errors; only findings are JSON.
      try {
        resolve(checks.parse(JSON.parse(printed)));
      } catch {
        const why = complained.trim().split('\n')[0]?.slice(0, 300);
        reject(new Error(why || (error ? messageOf(error).slice(0, 300) : 'The doctor gave no answer.')));
      }
    });
  });
