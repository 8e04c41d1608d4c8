import type { Bilingual } from '../common/bilingual.ts';
import { type Command, runCommand } from './run-command.ts';

/* npm run speech -- <subcommand>. Each subcommand has its own file, which is loaded on demand. */

const subcommands = new Map<string, Command>([
  ['check', async (args, language) => (await import('./speech-check.ts')).speechCheck(args, process.env, language)],
  ['report', async (args, language) => (await import('./speech-report.ts')).speechReport(args, language)],
]);
const help: Bilingual = {
  en: `Use: npm run speech -- <command>
  check            lists the voices for each language, has one sentence spoken in each, and measures it
  report [--slow]  measures every prompt of the prompts folder; with --slow, in slower speech`,
  ja: `使い方: npm run speech -- <コマンド>
  check            言語ごとに声を一覧し、文を一つずつ読み上げて測ります
  report [--slow]  文のフォルダーのすべての文の長さ、音量、速さを測ります。--slow を付けると、ゆっくりした音声を測ります`,
};

await runCommand(subcommands, help);
