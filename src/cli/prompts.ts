import { asksForHelp } from './asks-for-help.ts';
import { checkPrompts } from './prompts-check.ts';
import { crawlPrompts } from './prompts-crawl.ts';
import { exportPrompts, importPrompts } from './prompts-exchange.ts';
import { publishPrompts } from './prompts-publish.ts';
import { exportSheets, importSheets, isSheetFile } from './prompts-sheets.ts';
import { recordTranslated } from './prompts-translated.ts';

const help = `Use: npm run prompts -- <command>
  check [folder]                     checks every prompt; ends with 1 when there are errors
  crawl                              calls the draft on every way, in every language; ends with 1 when something is wrong
  translated [language [prompt …]]   says that translations were made from the source as it is now; all of them without names
  export [folder]                    writes the draft of the database into a prompts folder
  import [folder]                    takes a prompts folder into the draft of the database
  export <words.xlsx | pt.csv> [--language <tag>]…
                                     writes sheets for translators
  import <words.xlsx | pt.csv> [--yes]
                                     shows what translators' sheets would change, and takes them into the draft
  publish --comment <text> [--document <number>] [--reason <text>] [--emergency <reason>]
                                     publishes the draft of the database; in an emergency without approval`;

/** How a command ends. */
const misused = 2;

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number | null>>> = {
  check: checkPrompts,
  crawl: crawlPrompts,
  translated: recordTranslated,
  export: (args) => (args.some(isSheetFile) ? exportSheets(args) : exportPrompts(args)),
  import: (args) => (args.some(isSheetFile) ? importSheets(args) : importPrompts(args)),
  publish: publishPrompts,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (asksForHelp()) console.log(help);
else {
  // Null: the command was not used as it is meant.
  const code = command ? await command(args) : null;
  if (code === null) console.error(help);
  process.exitCode = code ?? misused;
}
