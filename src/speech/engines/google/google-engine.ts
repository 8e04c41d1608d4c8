import type { TextToSpeechClient } from '@google-cloud/text-to-speech';
import type { CallOptions } from 'google-gax';
import type { Pcm } from '../../../sound/wav.ts';
import { type SpeechEngine, SpeechError, type SpeechRequest } from '../../engine.ts';
import { connect } from './connect.ts';
import { findCredentials } from './credentials.ts';
import { toSpeechError } from './google-error.ts';
import { callOptions, type Patience, usualPatience } from './patience.ts';
import { readAnswer } from './read-answer.ts';
import { RequestGate } from './request-gate.ts';
import { toGoogleRequest } from './to-google-request.ts';

/** To be raised whenever the markup, the rates or the format asked for change what is heard. */
const rulesVersion = 1;

/** Requests under way at the same time. */
const atOnce = 4;

export interface GoogleOptions {
  /** A server in Google's place, `host:port`, called in plain text and without credentials. */
  readonly endpoint?: string | null;
  /** Google's quota is 1000 a minute for each project and kind of voice, 200 for Chirp 3. */
  readonly requestsPerMinute?: number;
  readonly patience?: Patience;
}

/** Google Cloud Text-to-Speech. Its client is loaded when the first sentence is spoken, not before. */
export class GoogleEngine implements SpeechEngine {
  readonly id = 'google';
  /** The client's version is no part of it: the same request sounds the same through any. */
  readonly fingerprint = `texttospeech v1, rules ${rulesVersion}`;
  readonly #endpoint: string | null;
  readonly #patience: Patience;
  readonly #gate: RequestGate;
  #client: Promise<TextToSpeechClient> | undefined;
  #closed = false;

  constructor({ endpoint = null, requestsPerMinute = 600, patience = usualPatience }: GoogleOptions = {}) {
    this.#endpoint = endpoint;
    this.#patience = patience;
    this.#gate = new RequestGate(atOnce, requestsPerMinute);
  }

  /**
   * Looks for credentials without calling Google.
   * @throws SpeechError saying which file to name, when there are none
   */
  async open(): Promise<void> {
    if (this.#endpoint === null) await findCredentials();
  }

  async synthesize(request: SpeechRequest): Promise<Pcm> {
    const asked = toGoogleRequest(request);
    const [{ audioContent }] = await this.#call((client, options) => client.synthesizeSpeech(asked, options));
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

  async close(): Promise<void> {
    this.#closed = true;
    const client = await this.#client?.catch(() => undefined);
    await client?.close();
  }

  #call<Answer>(work: (client: TextToSpeechClient, options: CallOptions) => Promise<Answer>): Promise<Answer> {
    return this.#gate.run(async () => {
      try {
        // Asked again in between, because loading the client takes a while.
        this.#refuseWhenClosed();
        const client = await this.#connected();
        const options = await callOptions(this.#patience);
        this.#refuseWhenClosed();
        return await work(client, options);
      } catch (error) {
        throw this.#closed ? closed() : toSpeechError(error);
      }
    });
  }

  #connected(): Promise<TextToSpeechClient> {
    this.#client ??= connect(this.#endpoint).catch((error: unknown) => {
      // Credentials may be put right while the line runs, so the next sentence looks again.
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw closed();
  }
}

const closed = () => new SpeechError("Google's voices have been closed.");
