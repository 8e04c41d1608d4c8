/**
 * Requests a sentence three times from Google, or from the server named as first argument. Prints as JSON what was
 * thrown, and every unhandled rejection and uncaught exception.
 */
import { setTimeout } from 'node:timers/promises';
import type { SpeechRequest } from '../../../../src/speech/engine.ts';
import { GoogleEngine } from '../../../../src/speech/engines/google/google-engine.ts';

const uncaught: string[] = [];
process.on('unhandledRejection', (reason) => uncaught.push(String(reason)));
process.on('uncaughtException', (error) => uncaught.push(String(error)));

const engine = new GoogleEngine({
  endpoint: process.argv[2] ?? null,
  requestsPerMinute: 60_000,
  retryPolicy: { attempt: 300, total: 600, firstDelay: 50 },
});
const sentence: SpeechRequest = {
  language: 'en',
  voice: 'en-US-Neural2-F',
  speed: 'normal',
  pieces: [{ kind: 'words', text: 'Hello.', rate: 'normal' }],
};
const thrown: string[] = [];
for (let attempt = 0; attempt < 3; attempt += 1) {
  await engine.synthesize(sentence).catch((error: unknown) => thrown.push(String(error)));
}
await engine.close();
// Unhandled rejections are reported only after everything else has run.
await setTimeout(200);
process.stdout.write(JSON.stringify({ thrown, uncaught }));
