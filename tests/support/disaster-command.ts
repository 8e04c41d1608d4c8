import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Place } from './start-line.ts';

/** Runs the program of `npm run disaster` with the folders of a line. @returns what it prints on standard output */
export async function disasterCommand(place: Place, ...args: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    HOME: process.env.HOME,
    DATA_DIR: place.data,
    PROMPTS_DIR: place.prompts,
  };
  const script = join(import.meta.dirname, '../../src/cli/disaster.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { env });
  return stdout;
}
