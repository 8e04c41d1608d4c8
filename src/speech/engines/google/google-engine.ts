import type { TextToSpeechClient } from '@google-cloud/text-to-speech';
import type { CallOptions } from 'google-gax';
import PQueue from 'p-queue';
import type { Pcm } from '../../../sound/wav.ts';
import { type SpeechEngine, SpeechError, type SpeechRequest, type VoicesLike } from '../../engine.ts';
import { callOptions, connect, defaultRetryPolicy, findCredentials, type RetryPolicy } from './google-client.ts';
import { toSpeechError } from './google-error.ts';
import { localeOf, toGoogleRequest } from './google-request.ts';
import { readAnswer } from './read-answer.ts';

/** Increment when a change to the markup, the rates or the requested format changes the sound. */
const rulesVersion = 1;

/** Maximum number of concurrent requests. */
const maxConcurrency = 4;

export interface GoogleOptions {
  /** Address (`host:port`) of a substitute for Google's server, called without encryption and without credentials. */
  readonly endpoint?: string | null;
  /** Maximum requests per minute. Google's quota is 1000 for each project and type of voice, and 200 for Chirp 3. */
  readonly requestsPerMinute?: number;
  readonly retryPolicy?: RetryPolicy;
}

/** Google Cloud Text-to-Speech. Its client is loaded on the first request, not before. */
export class GoogleEngine implements SpeechEngine {
  readonly id = 'google';
  /** It does not include the version of the client, because the client does not affect the sound. */
  readonly fingerprint = `texttospeech v1, rules ${rulesVersion}`;
  readonly #endpoint: string | null;
  readonly #retryPolicy: RetryPolicy;
  /**
   * Limits concurrency, and spreads requests evenly over each minute to stay within the quota. Retries are not counted.
   */
  readonly #requests: PQueue;
  #client: Promise<TextToSpeechClient> | undefined;
  #closed = false;

  constructor({ endpoint = null, requestsPerMinute = 600, retryPolicy = defaultRetryPolicy }: GoogleOptions = {}) {
    this.#endpoint = endpoint;
    this.#retryPolicy = retryPolicy;
    this.#requests = new PQueue({ concurrency: maxConcurrency, interval: 60_000 / requestsPerMinute, intervalCap: 1 });
  }

  /**
   * Looks for credentials without calling Google. A substitute for Google's server needs no credentials.
   * @throws SpeechError when there are no usable credentials; the message says what to do
   */
  async open(): Promise<void> {
    if (this.#endpoint === null) await findCredentials();
  }

  async synthesize(request: SpeechRequest): Promise<Pcm> {
    const sent = toGoogleRequest(request);
    const [{ audioContent }] = await this.#call((client, options) => client.synthesizeSpeech(sent, options));
    return readAnswer(audioContent);
  }

  /**
   * The names of the voices that the account has for a language code such as `cmn-TW`, sorted.
   * @throws SpeechError as `synthesize` does
   */
  async voices(languageCode: string): Promise<string[]> {
    const [{ voices }] = await this.#call((client, options) => client.listVoices({ languageCode }, options));
    return (voices ?? []).flatMap(({ name }) => (name ? [name] : [])).sort();
  }

  async voicesLike(voice: string): Promise<VoicesLike> {
    const code = localeOf(voice);
    if (code === null) return { isKnown: false, names: [] };
    const names = await this.voices(code);
    return { isKnown: names.includes(voice), names };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.close();
  }

  #call<Answer>(work: (client: TextToSpeechClient, options: CallOptions) => Promise<Answer>): Promise<Answer> {
    return this.#requests.add(async () => {
      try {
        // The same check follows below, because the engine may be closed while the client is being loaded.
        this.#refuseWhenClosed();
        const client = await this.#connected();
        const options = await callOptions(this.#retryPolicy);
        this.#refuseWhenClosed();
        return await work(client, options);
      } catch (error) {
        throw this.#closed ? closed() : toSpeechError(error);
      }
    });
  }

  #connected(): Promise<TextToSpeechClient> {
    this.#client ??= connect(this.#endpoint).catch((error: unknown) => {
      // Somebody may correct the credentials while the office runs, so the next request connects again.
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw closed();
  }
}

const closed = () =>
  new SpeechError({ ja: 'Googleの声は、もう終わらせています。', en: "Google's voices have been closed." });
