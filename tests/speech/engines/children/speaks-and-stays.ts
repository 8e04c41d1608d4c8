/** Speaks, prints the id of the process that spoke, and does not close that process. With `stay`, it keeps running. */
import { EspeakEngine } from '../../../../src/speech/engines/espeak/espeak-engine.ts';

const engine = new EspeakEngine();
await engine.synthesize({
  language: 'en',
  voice: 'en',
  speed: 'normal',
  pieces: [{ kind: 'words', text: 'Hello', rate: 'normal' }],
});
process.stdout.write(`${engine.processId}\n`);
if (process.argv[2] === 'stay') setInterval(() => {}, 60_000);
