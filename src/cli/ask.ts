import { createInterface } from 'node:readline/promises';
import type { Bilingual } from '../common/bilingual.ts';
import { normalise } from '../common/normalise.ts';
import type { TerminalLanguage } from '../common/terminal-language.ts';

const nobodyHere: Bilingual = {
  ja: 'ここは端末ではないので、確かめられません。進めるときは、--yes を付けて実行してください。',
  en: 'This is not a terminal, so nobody can be asked. To go on, run the command again with --yes.',
};

/**
 * Asks a yes-or-no question.
 * @returns whether the answer was yes. If the input or the output is not a terminal, as in a cron job or
 * behind a pipe, nobody can answer. The
 * result is then false, and the error output says how to go on
 */
export async function ask(question: string, language: TerminalLanguage): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    console.error(nobodyHere[language]);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    // A Japanese keyboard may type full-width letters.
    return /^(y|yes|はい)$/i.test(normalise(answer, 'NFKC').trim());
  } catch {
    // Ctrl+C and Ctrl+D mean no.
    process.stdout.write('\n');
    return false;
  } finally {
    terminal.close();
  }
}
