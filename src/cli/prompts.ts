import type { Bilingual } from '../common/bilingual.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';
import { type Command, runCommand } from './run-command.ts';

/* npm run prompts -- <command>. Each command loads only the modules it needs, so help and small commands are fast. */

const help: Bilingual = {
  en: `Use: npm run prompts -- <command>
  check [folder]                     checks every prompt; ends with 1 if there are errors
  crawl                              calls the draft along every path, in every language; ends with 1 if something is wrong
  translated [language [prompt …]]   records that translations are based on the current source; without arguments, all of them
  export [folder]                    writes the draft of the database into a prompts folder
  import [folder]                    imports a prompts folder into the draft in the database
  export <words.xlsx | pt.csv> [--language <tag>]…
                                     writes sheets for translators
  import <words.xlsx | pt.csv> [--yes]
                                     shows what translators' sheets would change, and imports them into the draft
  publish --comment <text> [--document <number>] [--reason <text>] [--emergency <reason>] [--unread <language>=<reason> …]
                                     publishes the draft of the database; in an emergency without approval`,
  ja: `使い方: npm run prompts -- <コマンド>
  check [フォルダー]                 すべての文を点検します。誤りがあると1で終わります
  crawl                              下書きに、すべての言語、すべての道筋で電話をかけます。問題があると1で終わります
  translated [言語 [文の名前 …]]     翻訳が今の元の文に合っていることを記録します。何も付けなければ、すべての翻訳です
  export [フォルダー]                データベースの下書きを、文のフォルダーに書き出します
  import [フォルダー]                文のフォルダーを、データベースの下書きに取り込みます
  export <words.xlsx | pt.csv> [--language <言語>]…
                                     翻訳シートを書き出します
  import <words.xlsx | pt.csv> [--yes]
                                     翻訳シートで変わるところを示し、下書きに取り込みます
  publish --comment <変更の説明> [--document <文書番号>] [--reason <理由>] [--emergency <理由>] [--unread <言語>=<理由> …]
                                     データベースの下書きを公開します。緊急のときは、承認なしで公開します`,
};

/** Exports or imports translators' sheets if an argument is the name of a spreadsheet; otherwise a prompts folder. */
async function exchange(
  args: readonly string[],
  way: 'export' | 'import',
  language: TerminalLanguage,
): Promise<number> {
  const { exportSheets, importSheets, isSheetFile } = await import('./prompts-sheets.ts');
  if (args.some(isSheetFile)) return way === 'export' ? exportSheets(args, language) : importSheets(args, language);
  const { exportPrompts, importPrompts } = await import('./prompts-exchange.ts');
  return way === 'export' ? exportPrompts(args, language) : importPrompts(args, language);
}

const commands = new Map<string, Command>([
  ['check', async (args, language) => (await import('./prompts-check.ts')).checkPrompts(args, language)],
  ['crawl', async (args, language) => (await import('./prompts-crawl.ts')).crawlPrompts(args, language)],
  ['translated', async (args, language) => (await import('./prompts-translated.ts')).recordTranslated(args, language)],
  ['export', (args, language) => exchange(args, 'export', language)],
  ['import', (args, language) => exchange(args, 'import', language)],
  ['publish', async (args, language) => (await import('./prompts-publish.ts')).publishPrompts(args, language)],
]);

await runCommand(commands, help);
