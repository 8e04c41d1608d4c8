import { type Command, runCommand } from './run-command.ts';

/* npm run prompts -- <command>. Each command loads only what it needs, so that help and small commands are fast. */

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
  publish --comment <text> [--document <number>] [--reason <text>] [--emergency <reason>] [--unread <language>=<reason> …]
                                     publishes the draft of the database; in an emergency without approval`;

/** Chooses between sheets and folders by the file name. */
async function exchange(args: readonly string[], way: 'export' | 'import'): Promise<number | null> {
  const { exportSheets, importSheets, isSheetFile } = await import('./prompts-sheets.ts');
  if (args.some(isSheetFile)) return way === 'export' ? exportSheets(args) : importSheets(args);
  const { exportPrompts, importPrompts } = await import('./prompts-exchange.ts');
  return way === 'export' ? exportPrompts(args) : importPrompts(args);
}

const commands = new Map<string, Command>([
  ['check', async (args) => (await import('./prompts-check.ts')).checkPrompts(args)],
  ['crawl', async (args) => (await import('./prompts-crawl.ts')).crawlPrompts(args)],
  ['translated', async (args) => (await import('./prompts-translated.ts')).recordTranslated(args)],
  ['export', (args) => exchange(args, 'export')],
  ['import', (args) => exchange(args, 'import')],
  ['publish', async (args) => (await import('./prompts-publish.ts')).publishPrompts(args)],
]);

await runCommand(commands, help);
