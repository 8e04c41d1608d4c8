import type { LanguageTag } from '../../../call/line.ts';
import type { Pcm } from '../../../sound/wav.ts';
import { type SpeechEngine, SpeechError, type SpeechRequest, type Speed, type VoicesLike } from '../../engine.ts';
import { rateFactor } from '../../rates.ts';
import { EspeakProcess } from './espeak-process.ts';
import type { EspeakAnswer } from './espeak-protocol.ts';
import { type Run, toRuns } from './espeak-text.ts';
import { joinSound } from './join-sound.ts';

/** Increment when a change to respelling, rates or joining changes the sound. */
const rulesVersion = 3;

/** Timeout in milliseconds for one attempt to speak a sentence, including the start of the child process. */
export const espeakTimeoutMs = 30_000;

interface EspeakOptions {
  /** Replaces the engine's own synthesis program. */
  readonly childScript?: URL;
  /** Timeout in milliseconds for one attempt to speak a sentence, including the start of the child process. */
  readonly timeoutMs?: number;
}

/**
 * The embedded voice, for demonstrations. It needs no account and no network, and it speaks all languages of the
 * bundled line.
 */
export class EspeakEngine implements SpeechEngine {
  readonly id = 'espeak';
  readonly fingerprint = `@echogarden/espeak-ng-emscripten 0.3.5, rules ${rulesVersion}`;
  readonly #process: EspeakProcess;

  constructor({ childScript, timeoutMs = espeakTimeoutMs }: EspeakOptions = {}) {
    this.#process = new EspeakProcess(childScript ?? new URL('./espeak-child.ts', import.meta.url), timeoutMs);
  }

  /** The id of the child process; undefined while none is running. */
  get processId(): number | undefined {
    return this.#process.processId;
  }

  async synthesize(request: SpeechRequest): Promise<Pcm> {
    const runs = toRuns(request.language, request.pieces);
    const answer = await this.#ask('sound', request, runs);
    if (answer.kind !== 'sound') throw unexpected(answer);
    const spoken = answer.runs.map(decode);
    if (spoken.every((samples) => samples.length === 0)) {
      throw new SpeechError({
        ja: `内蔵の声には、この文(${request.language})に読み上げるものがありません。`,
        en: `The embedded voice has nothing to say for this sentence in ${request.language}.`,
      });
    }
    const parts = runs.map((run) => (run.kind === 'silence' ? run : (spoken.shift() ?? new Float32Array(0))));
    return { samples: joinSound(parts, answer.sampleRate), sampleRate: answer.sampleRate };
  }

  /**
   * The pronunciation of a sentence in the International Phonetic Alphabet, with one line for each run of speech.
   * `(en)` marks a character that the voice cannot read.
   * @throws SpeechError as `synthesize` does.
   */
  async phonemes(request: SpeechRequest): Promise<string> {
    const answer = await this.#ask('phonemes', request, toRuns(request.language, request.pieces));
    if (answer.kind !== 'phonemes') throw unexpected(answer);
    return answer.runs.join('\n');
  }

  async voicesLike(voice: string): Promise<VoicesLike> {
    const answer = await this.#process.ask({ want: 'voices', voice, runs: [] });
    if (answer.kind !== 'voices') throw unexpected(answer);
    const [language = ''] = voice.toLowerCase().split(/[-+]/);
    const isLike = (name: string) => name === language || name.startsWith(`${language}-`);
    return { isKnown: answer.isKnown, names: answer.names.filter(isLike).toSorted() };
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
  if (answer.kind !== 'problem') return new SpeechError(`The embedded voice answered ${answer.kind}.`);
  const { message, ja } = answer;
  return new SpeechError(ja === undefined ? message : { ja, en: message });
}

function decode(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  const samples = new Float32Array(bytes.length / 2);
  for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(index * 2) / 32768;
  return samples;
}

/**
 * The setting "words per minute" of espeak-ng, which means something different in each language. All values are below
 * espeak-ng's default of 175, because callers hear everything only once, on a telephone, and some of them in a second
 * language.
 */
const wordsPerMinute = new Map([
  /** This gives 320 to 360 morae per minute, the range that listeners of Easy Japanese follow best. */
  ['ja', 127],
  /** This gives 130 to 150 words per minute, because espeak speaks short words faster than its setting. */
  ['en', 120],
  ['ko', 155],
  /** Chinese syllables carry tones, and espeak already speaks them slowly. */
  ['zh', 160],
  /** Spanish and Portuguese syllables are short and follow one another quickly. */
  ['es', 150],
  ['pt', 150],
]);
const defaultWordsPerMinute = 150;

/** The setting "words per minute" for a piece of a sentence. */
function speakingRate(language: LanguageTag, rate: 'normal' | 'number', speed: Speed): number {
  const normal = wordsPerMinute.get(new Intl.Locale(language).language) ?? defaultWordsPerMinute;
  return Math.round(normal * rateFactor(rate, speed));
}
