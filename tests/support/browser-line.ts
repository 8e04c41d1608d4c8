import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPlace, startLine } from './start-line.ts';

/** The real line with its embedded voice and the bundled prompts. */
export interface BrowserLine {
  readonly address: string;
  readonly processId: number;
  /** The warnings and errors that the server has logged since the last call of this function, each once. */
  takeComplaints(): string[];
}

/** The folder of the bundled prompts. */
export const browserPrompts = join(import.meta.dirname, '../../prompts');

let shared: Promise<BrowserLine> | undefined;

/**
 * One line for all test files that a process runs. They can share it, because calls do not change the line, and a start
 * takes about ten seconds of processor time. The line ends with the process.
 */
export const sharedLine = (): Promise<BrowserLine> => {
  shared ??= start();
  return shared;
};

/** Starts the line as a separate process. It answers calls while it is still making missing sounds. */
async function start(): Promise<BrowserLine> {
  const place = await createPlace('spoken-before');
  const line = startLine(place, { PROMPTS_DIR: browserPrompts });
  process.on('exit', () => {
    line.kill('SIGKILL');
    rmSync(dirname(place.data), { recursive: true, force: true });
  });
  // The test runner ends its processes with SIGTERM. Without this handler, the handlers of `exit` would not run.
  process.on('SIGTERM', () => process.exit(143));
  const address = await line.address();
  let read = 0;
  return {
    address,
    processId: line.processId,
    takeComplaints() {
      // Only standard output, which has the log. The text of both streams together grows in the middle, so `read` would
      // not mark the beginning of the new part.
      const printed = line.printed('stdout');
      const complaints = printed.slice(read).match(/^\{"level":[4-6]0.*$/gm) ?? [];
      read = printed.length;
      return [...new Set(complaints.map(toSentence))];
    },
  };
}

function toSentence(logged: string): string {
  const { msg, err } = JSON.parse(logged);
  return err ? `${msg}: ${err.message}` : msg;
}
