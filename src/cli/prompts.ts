import { checkPrompts } from './prompts-check.ts';
import { exportPrompts, importPrompts } from './prompts-exchange.ts';
import { publishPrompts } from './prompts-publish.ts';
import { recordTranslated } from './prompts-translated.ts';

const help = `Use: npm run prompts -- <command>
  check [folder]                     checks every prompt; ends with 1 when there are errors
  translated [language [prompt …]]   says that translations were made from the source as it is now; all of them without names
  export [folder]                    writes the draft of the database into a prompts folder
  import [folder]                    takes a prompts folder into the draft of the database
  publish --comment <text> [--document <number>] [--reason <text>]
                                     publishes the draft of the database`;

/** How a command ends. */
const misused = 2;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number | null>>> = {
  check: checkPrompts,
  translated: recordTranslated,
  export: exportPrompts,
  import: importPrompts,
  publish: publishPrompts,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
// Null: the command was not used as it is meant.
const code = command ? await command(args) : null;
if (code === null) console.error(help);
process.exitCode = code ?? misused;
