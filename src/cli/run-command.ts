import { messageOf } from '../common/errors.ts';
import { loadEnvFile } from '../env-file.ts';
import { asksForHelp } from './arguments.ts';

/** Exit code for wrong usage. */
export const misused = 2;

/**
 * Runs a program of the command line and sets the exit code of the process. An error is printed as one sentence, without a
 * stack, and the exit code is then 1.
 * @param main returns the exit code; called after the file `.env` has been loaded
 */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    loadEnvFile();
    process.exitCode = await main();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

/** @returns the exit code, or null for wrong usage */
export type Command = (args: readonly string[]) => Promise<number | null>;

/** Runs the command that the first argument names. Prints the help if the arguments ask for it, and after wrong usage. */
export const runCommand = (commands: ReadonlyMap<string, Command>, help: string): Promise<void> =>
  runMain(async () => {
    if (asksForHelp()) {
      console.log(help);
      return 0;
    }
    const [name = '', ...args] = process.argv.slice(2);
    const code = (await commands.get(name)?.(args)) ?? null;
    if (code === null) console.error(help);
    return code ?? misused;
  });
