import type { Pcm } from '../../../sound/wav.ts';
import { type SpeechEngine, SpeechError, type SpeechRequest } from '../../engine.ts';
import { EspeakProcess } from './espeak-process.ts';
import type { EspeakAnswer } from './espeak-protocol.ts';
import { type Run, toRuns } from './espeak-text.ts';
import { joinSound } from './join-sound.ts';
import { speakingRate } from './speaking-rate.ts';

/** To be raised whenever the spelling for the ear, the rates, or the joining of sounds change what is heard. */
const rulesVersion = 3;

/** Milliseconds for one sentence, the start of the process included. */
export const espeakWithin = 30_000;

export interface EspeakOptions {
  /** The program that speaks, in place of the one that comes with the engine. */
  readonly childScript?: URL;
  /** How long one sentence may take, the start of the child included. */
  readonly timeoutMs?: number;
}

/** The embedded voice: no account, no network, every language; a demonstration of how the line works. */
export class EspeakEngine implements SpeechEngine {
  readonly id = 'espeak';
  readonly fingerprint = `@echogarden/espeak-ng-emscripten 0.3.5, rules ${rulesVersion}`;
  readonly #process: EspeakProcess;

  constructor({ childScript, timeoutMs = espeakWithin }: EspeakOptions = {}) {
    this.#process = new EspeakProcess(childScript ?? new URL('./espeak-child.ts', import.meta.url), timeoutMs);
  }

  /** The process that speaks; absent before the first sentence and after `close`. */
  get processId(): number | undefined {
    return this.#process.processId;
  }

  async synthesize(request: SpeechRequest): Promise<Pcm> {
    const runs = toRuns(request.language, request.pieces);
    const answer = await this.#ask('sound', request, runs);
    if (answer.kind !== 'sound') throw unexpected(answer);
    const spoken = answer.runs.map(decode);
    if (spoken.every((samples) => samples.length === 0)) {
      throw new SpeechError(`The embedded voice has nothing to say for this sentence in ${request.language}.`);
    }
    const parts = runs.map((run) => (run.kind === 'silence' ? run : (spoken.shift() ?? new Float32Array(0))));
    return { samples: joinSound(parts, answer.sampleRate), sampleRate: answer.sampleRate };
  }

  /**
   * How the sentence is pronounced, in the International Phonetic Alphabet, one line a run; `(en)` in it shows a
   * character that the voice cannot read.
   * @throws SpeechError as `synthesize` does.
   */
  async phonemes(request: SpeechRequest): Promise<string> {
    const answer = await this.#ask('phonemes', request, toRuns(request.language, request.pieces));
    if (answer.kind !== 'phonemes') throw unexpected(answer);
    return answer.runs.join('\n');
  }

  close(): Promise<void> {
    return this.#process.close();
  }

  #ask(
    want: 'sound' | 'phonemes',
    { language, voice, speed }: SpeechRequest,
    runs: readonly Run[],
  ): Promise<EspeakAnswer> {
    const speech = runs.filter((run) => run.kind === 'speech');
    return this.#process.ask({
      want,
      voice,
      runs: speech.map(({ text, rate }) => ({ text, wordsPerMinute: speakingRate(language, rate, speed) })),
    });
  }
}

function unexpected(answer: EspeakAnswer): SpeechError {
  return new SpeechError(answer.kind === 'problem' ? answer.message : `The embedded voice answered ${answer.kind}.`);
}

function decode(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  const samples = new Float32Array(bytes.length / 2);
  for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(index * 2) / 32768;
  return samples;
}
