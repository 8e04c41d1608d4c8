import type { Bilingual } from '../common/bilingual.ts';
import { explain, explanationOf } from '../common/explained-error.ts';
import { type TerminalLanguage, terminalLanguage } from '../common/terminal-language.ts';
import { loadEnvFile } from '../env-file.ts';
import { asksForHelp } from './arguments.ts';
import { MisuseError, noCommand, noName, wrongOption } from './wrong-options.ts';

/** Exit code for wrong usage. */
export const misused = 2;

/** What `runMain` needs to know about a program of the command line. */
interface MainOptions {
  /** How the program is used. This is printed after wrong arguments. */
  readonly help: Bilingual;
  /** True if another program reads the output. Errors are then also printed as JSON, in both languages. */
  readonly isForProgram?: boolean;
}

/**
 * Runs a program of the command line and sets the exit code of the process. An error is printed without its stack, and
 * the exit code is then 1. After wrong arguments, the help is printed too, and the exit code is `misused`.
 * @param main returns the exit code; called after the file `.env` has been loaded
 */
export async function runMain(
  main: (language: TerminalLanguage) => Promise<number>,
  { help, isForProgram = false }: MainOptions,
): Promise<void> {
  try {
    loadEnvFile();
    process.exitCode = await main(terminalLanguage(process.env));
  } catch (error) {
    const language = terminalLanguage(process.env);
    if (isForProgram) console.log(JSON.stringify({ error: explanationOf(error) }));
    const wrong = wrongOption(error);
    console.error(wrong ? `${wrong[language]}\n\n${help[language]}` : explain(error, language));
    process.exitCode = wrong ? misused : 1;
  }
}

/** A command of a program. @returns the exit code @throws MisuseError for wrong arguments */
export type Command = (args: readonly string[], language: TerminalLanguage) => Promise<number>;

/** Runs the command that the first argument names. Prints the help after wrong usage, or if an argument asks for it. */
export const runCommand = (commands: ReadonlyMap<string, Command>, help: Bilingual): Promise<void> =>
  runMain(
    async (language) => {
      if (asksForHelp()) {
        console.log(help[language]);
        return 0;
      }
      const [name = '', ...args] = process.argv.slice(2);
      const command = commands.get(name);
      if (!command) throw new MisuseError(name === '' ? noName : noCommand(name));
      return command(args, language);
    },
    { help },
  );
