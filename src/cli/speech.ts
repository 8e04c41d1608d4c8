import { ConfigError } from '../config.ts';
import { messageOf } from '../errors.ts';
import { speechCheck } from './speech-check.ts';

/* npm run speech -- <subcommand>: one file for each. */

const subcommands = new Map([['check', speechCheck]]);
const help =
  'Use: npm run speech -- check, which lists the voices for each language and has one sentence spoken in each.';

const [name = '', ...rest] = process.argv.slice(2);
const run = subcommands.get(name);
if (!run || rest.length > 0) {
  console.error(help);
  process.exitCode = 2;
} else {
  try {
    process.loadEnvFile();
  } catch {
    // Without an .env file the defaults hold.
  }
  try {
    process.exitCode = await run(process.env);
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : messageOf(error));
    process.exitCode = 1;
  }
}
