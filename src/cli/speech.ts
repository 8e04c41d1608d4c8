import { messageOf } from '../common/errors.ts';
import { loadEnvFile } from '../env-file.ts';
import { asksForHelp } from './arguments.ts';

/* npm run speech -- <subcommand>: each has a file of its own, loaded on demand. */

/** @returns the exit code, or null for wrong usage */
type Subcommand = (args: readonly string[], environment: NodeJS.ProcessEnv) => Promise<number | null>;

const subcommands = new Map<string, Subcommand>([
  ['check', async (...given) => (await import('./speech-check.ts')).speechCheck(...given)],
  ['report', async (...given) => (await import('./speech-report.ts')).speechReport(...given)],
]);
const help =
  'Use: npm run speech -- check, which lists the voices for each language and has one sentence spoken in each, or\n' +
  '     npm run speech -- report [--slow], which measures every prompt.';

const [name = '', ...rest] = process.argv.slice(2);
try {
  loadEnvFile();
  if (asksForHelp()) console.log(help);
  else {
    const code = (await subcommands.get(name)?.(rest, process.env)) ?? null;
    if (code === null) console.error(help);
    process.exitCode = code ?? 2;
  }
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
