import { type Command, runCommand } from './run-command.ts';

/* npm run speech -- <subcommand>. Each subcommand has its own file, which is loaded on demand. */

const subcommands = new Map<string, Command>([
  ['check', async (args) => (await import('./speech-check.ts')).speechCheck(args, process.env)],
  ['report', async (args) => (await import('./speech-report.ts')).speechReport(args, process.env)],
]);
const help =
  'Use: npm run speech -- check, which lists the voices for each language and has one sentence spoken in each, or\n' +
  '     npm run speech -- report [--slow], which measures every prompt.';

await runCommand(subcommands, help);
