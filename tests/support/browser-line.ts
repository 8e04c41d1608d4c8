import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createPlace, startLine } from './start-line.ts';

/** The real line with its embedded voice and the bundled prompts. */
export interface BrowserLine extends AsyncDisposable {
  readonly address: string;
  /** What the server logged as wrong, each once. */
  complaints(): string[];
}

/** Sounds lie under the hash of all that makes them, so that what one file of tests let speak serves the next. */
export const browserSounds = join(tmpdir(), `kotozute-browser-audio-${userInfo().username}`);
/** The bundled words. */
export const browserPrompts = join(import.meta.dirname, '../../prompts');

/** Starts the server as a process of its own; it speaks what is missing while calls are already answered. */
export async function startBrowserLine(): Promise<BrowserLine> {
  const place = await createPlace();
  const line = startLine(place, { PROMPTS_DIR: browserPrompts, AUDIO_CACHE_DIR: browserSounds });
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
