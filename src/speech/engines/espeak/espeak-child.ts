/**
 * The synthesis program. It is a separate process for three reasons: espeak-ng is under the GPL, synthesis would block
 * the parent process, and a crash of espeak-ng must not end the parent process. The program exits when its standard
 * input closes, so it cannot outlive its parent.
 */
import { createInterface } from 'node:readline';
import type { Speaker } from '@echogarden/espeak-ng-emscripten';
import type { EspeakAnswer, EspeakRequest } from './espeak-protocol.ts';

/** The volume in percent. At full volume, the loudest vowels would be clipped. The final level is set later anyway. */
const volume = 70;

/** An expected problem, with messages in English and Japanese. */
class Problem extends Error {
  readonly ja: string;

  constructor(message: string, ja: string) {
    super(message);
    this.ja = ja;
  }
}

const speaker = load();
// If loading fails, the answer to each request reports the error. This handler only prevents an unhandled rejection
// before the first request.
speaker.catch(() => {});

// This error means that the parent was killed during a request, so no process waits for the answer.
process.stdout.on('error', () => process.exit());

const requests = createInterface({ input: process.stdin });
for await (const line of requests) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
process.exit();

async function load(): Promise<Speaker> {
  // The package is an optional dependency. It is absent from production images, which use Google's voices.
  const { default: start } = await import('@echogarden/espeak-ng-emscripten').catch(() => {
    throw new Problem(
      'The embedded voice is not installed: run npm ci without --omit=optional, or use SPEECH_ENGINE=google.',
      '内蔵の声が入っていません。npm ci を --omit=optional なしで実行するか、SPEECH_ENGINE を google にしてください。',
    );
  });
  const { eSpeakNGWorker } = await start();
  return new eSpeakNGWorker();
}

async function answer(request: EspeakRequest): Promise<EspeakAnswer> {
  try {
    return speak(await speaker, request);
  } catch (error) {
    return {
      kind: 'problem',
      message: error instanceof Error ? error.message : String(error),
      ...(error instanceof Problem && { ja: error.ja }),
    };
  }
}

function speak(ready: Speaker, { want, voice, runs }: EspeakRequest): EspeakAnswer {
  if (want === 'voices') return { kind: 'voices', isKnown: ready.set_voice(voice) === 0, names: namesOfVoices(ready) };
  const done = runs.map(({ text, wordsPerMinute }) => {
    if (ready.set_voice(voice) !== 0) {
      throw new Problem(`espeak-ng has no voice "${voice}".`, `内蔵の声に「${voice}」という声はありません。`);
    }
    ready.set_rate(wordsPerMinute);
    ready.set_volume(volume);
    return want === 'sound' ? sound(ready, text) : phonemes(ready, text);
  });
  return want === 'sound'
    ? { kind: 'sound', sampleRate: ready.get_samplerate(), runs: done }
    : { kind: 'phonemes', runs: done };
}

/** The names by which voices are chosen. They are the names of files in small letters: `pt-br` for `roa/pt-BR`. */
function namesOfVoices(ready: Speaker): string[] {
  return ready.list_voices().map(({ identifier }) => identifier.slice(identifier.lastIndexOf('/') + 1).toLowerCase());
}

function sound(ready: Speaker, text: string): string {
  const stretches: Buffer[] = [];
  ready.synthesize(text, (samples) => {
    stretches.push(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
    return false;
  });
  return Buffer.concat(stretches).toString('base64');
}

function phonemes(ready: Speaker, text: string): string {
  const { code, ipa } = ready.synthesize_ipa(text);
  if (code !== 0) throw new Error(`espeak-ng gave no phonemes (code ${code}).`);
  return ipa.trim();
}
