import { join } from 'node:path';
import { createPlace, startLine } from './start-line.ts';

/** The real line with its embedded voice and the bundled prompts. */
export interface BrowserLine extends AsyncDisposable {
  readonly address: string;
  /** What the server logged as wrong, each once. */
  complaints(): string[];
}

/** The bundled words. */
export const browserPrompts = join(import.meta.dirname, '../../prompts');

/** Starts the server as a process of its own; it speaks what is missing while calls are already answered. */
export async function startBrowserLine(): Promise<BrowserLine> {
  const place = await createPlace('spoken-before');
  const line = startLine(place, { PROMPTS_DIR: browserPrompts });
  const address = await line.address();
  return {
    address,
    complaints: () => [...new Set((line.printed().match(/^\{"level":[4-6]0.*$/gm) ?? []).map(toSentence))],
    async [Symbol.asyncDispose]() {
      await line[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

function toSentence(logged: string): string {
  const { msg, err } = JSON.parse(logged);
  return err ? `${msg}: ${err.message}` : msg;
}
