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
 * One line for all test files that a process runs. A start takes about ten seconds of processor time, and no call changes the
 * line. The line ends with the process.
 */
export const sharedLine = (): Promise<BrowserLine> => {
  shared ??= start();
  return shared;
};

/** Starts the server as a separate process, which makes missing sounds while it already answers calls. */
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
      // The log alone: the progress of the first speech goes to the other stream, which would shift what is new here.
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
