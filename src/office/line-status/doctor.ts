import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { messageOf } from '../../common/errors.ts';
import { ExplainedError } from '../../common/explained-error.ts';
import type { Check } from '../../operation/check.ts';

/** The commands of `npm run twilio` that the office can run. */
export type DoctorCommand =
  | readonly ['check']
  | readonly ['probe']
  | readonly ['setup', '--yes']
  | readonly ['fallback', '--deploy'];

/**
 * Runs a command of `npm run twilio`, and returns its checks.
 * @throws ExplainedError if the command says that it cannot check anything, and Error if it ends without an answer
 */
export type Doctor = (command: DoctorCommand, signal: AbortSignal) => Promise<readonly Check[]>;

const bilingual = z.object({ ja: z.string(), en: z.string() });
/** What a command prints with `--json`. */
export const printedChecks: z.ZodType<readonly Check[]> = z
  .array(
    z.object({
      id: z.string().regex(/^[a-z-]{1,60}$/),
      state: z.enum(['ok', 'warn', 'fail', 'skip']),
      about: bilingual,
      expected: z.string().optional(),
      found: z.string().optional(),
      isForeign: z.boolean().optional(),
      mend: bilingual.optional(),
      mendedBy: z.literal('staff').optional(),
    }),
  )
  .max(1000) as z.ZodType<readonly Check[]>;

/** What a command prints instead, when it cannot check anything. */
const printedError = z.object({ error: z.object({ ja: z.string().max(1000), en: z.string().max(1000) }) });

/**
 * `answer`: the maximum size of an answer, in bytes. `time`: the maximum time until the answer, in milliseconds. In
 * slow networks an answer takes half a minute.
 */
const longest = { answer: 1_000_000, time: 300_000 } as const;

const program = fileURLToPath(new URL('../../cli/twilio.ts', import.meta.url));

/**
 * Runs `npm run twilio` in a child process, with the settings and Node options of this process. The command walks the
 * whole edition and waits for networks, which must not block the office.
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
      // The exit code is 1 after failed checks and after errors, so only the output tells them apart. Checks and errors
      // with an explanation are JSON; other output is not.
      try {
        const answer: unknown = JSON.parse(printed);
        const refused = printedError.safeParse(answer);
        if (refused.success) reject(new ExplainedError(refused.data.error));
        else resolve(printedChecks.parse(answer));
      } catch {
        const why = complained.trim().split('\n')[0]?.slice(0, 300);
        reject(new Error(why || (error ? messageOf(error).slice(0, 300) : 'The doctor gave no answer.')));
      }
    });
  });
