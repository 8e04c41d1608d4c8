import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPlace, startLine } from './start-line.ts';

/** The real line with its embedded voice and the bundled prompts. */
export interface BrowserLine {
  readonly address: string;
  /** What the server has logged as wrong since this was last asked, each once. */
  takeComplaints(): string[];
}

/** The bundled words. */
export const browserPrompts = join(import.meta.dirname, '../../prompts');

let shared: Promise<BrowserLine> | undefined;

/**
 * One line for all files that a process runs, because it takes some ten seconds of a processor to start and no call changes
 * it. It ends with the process.
 */
export const sharedLine = (): Promise<BrowserLine> => {
  shared ??= start();
  return shared;
};

/** Starts the server as a process of its own; it speaks what is missing while calls are already answered. */
async function start(): Promise<BrowserLine> {
  const place = await createPlace('spoken-before');
  const line = startLine(place, { PROMPTS_DIR: browserPrompts });
  process.on('exit', () => {
    line.kill('SIGKILL');
    rmSync(dirname(place.data), { recursive: true, force: true });
  });
  // How the test runner ends its processes; without a handler nothing that waits for the exit would happen.
  process.on('SIGTERM', () => process.exit(143));
  const address = await line.address();
  let read = 0;
  return {
    address,
    takeComplaints() {
      const printed = line.printed();
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
