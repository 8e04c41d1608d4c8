import { createInterface } from 'node:readline/promises';

/** Asks a yes-or-no question. @returns false if nobody can answer, because the input is not a terminal, such as in a script */
export async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(y|yes|はい)$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
