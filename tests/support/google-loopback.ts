import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import type { Pcm } from '../../src/sound/wav.ts';
import { inARow, silence, speechLike } from './sounds.ts';
import { writePcmWav } from './write-pcm-wav.ts';

/** A request of the client, with the field names of the proto. Each attempt sends one. */
interface SeenRequest {
  readonly input: { readonly ssml?: string };
  readonly voice: { readonly name: string; readonly languageCode: string };
  readonly audioConfig: Readonly<Record<string, unknown>>;
}

/** How the server answers one attempt. */
export type LoopbackAnswer =
  /** Noise that is about as long as the words would be, with the requested pauses. */
  | 'speech'
  | { readonly fails: keyof typeof status; readonly details: string }
  | { readonly afterMs: number }
  | 'never'
  | { readonly bytes: Uint8Array };

/** Google's speech service on this machine. It uses the real protocol of the package's protos, but has no voice. */
export interface GoogleLoopback extends AsyncDisposable {
  /** The address of the service: `127.0.0.1:port`. */
  readonly endpoint: string;
  /** The requests of all attempts to have words spoken, including failed ones. */
  readonly requests: readonly SeenRequest[];
  /** The largest number of attempts that were in progress at the same time. */
  readonly mostAtOnce: number;
  /** Adds answers for the next attempts, in order. They follow the answers that are still unused. */
  answerNext(...answers: readonly LoopbackAnswer[]): void;
  /** Sets the answer to every attempt for which `answerNext` has set none. The default is `speech`. */
  answerAlways(answer: LoopbackAnswer): void;
}

/** The voices of the service. It knows no others. */
export const loopbackVoices = [
  'cmn-CN-Wavenet-A',
  'cmn-TW-Wavenet-A',
  'en-US-Neural2-C',
  'en-US-Neural2-F',
  'es-US-Neural2-A',
  'ja-JP-Neural2-B',
  'ko-KR-Neural2-A',
  'pt-BR-Neural2-A',
];

type Call<Answer> = [call: ServerUnaryCall<SeenRequest, Answer>, done: sendUnaryData<Answer>];

export async function startGoogleLoopback(): Promise<GoogleLoopback> {
  const requests: SeenRequest[] = [];
  const next: LoopbackAnswer[] = [];
  let always: LoopbackAnswer = 'speech';
  let running = 0;
  let mostAtOnce = 0;

  const synthesizeSpeech = async (...[{ request }, done]: Call<{ audioContent: Uint8Array }>) => {
    requests.push(request);
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    const answer = next.shift() ?? always;
    if (answer === 'never') return;
    // The answer comes a little later, as over a network, so that requests overlap.
    await wait(typeof answer === 'object' && 'afterMs' in answer ? answer.afterMs : 5);
    running -= 1;
    if (typeof answer === 'object' && 'fails' in answer) {
      done({ code: status[answer.fails], details: answer.details });
    } else if (typeof answer === 'object' && 'bytes' in answer) done(null, { audioContent: answer.bytes });
    else if (!loopbackVoices.includes(request.voice.name)) {
      const details = `Voice '${request.voice.name}' does not exist. Is it misspelled?`;
      done({ code: status.INVALID_ARGUMENT, details });
    } else done(null, { audioContent: speak(request) });
  };
  const listVoices = (...[{ request }, done]: Call<{ voices: { name: string }[] }>) => {
    const code = String(Reflect.get(request, 'languageCode'));
    done(null, { voices: loopbackVoices.filter((name) => name.startsWith(code)).map((name) => ({ name })) });
  };

  const server = new Server();
  server.addService(speechService(), { synthesizeSpeech, listVoices });
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return {
    endpoint: `127.0.0.1:${port}`,
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    answerNext: (...answers) => next.push(...answers),
    answerAlways: (answer) => {
      always = answer;
    },
    [Symbol.asyncDispose]: async () => server.forceShutdown(),
  };
}

function speechService() {
  const path = createRequire(import.meta.url).resolve('@google-cloud/text-to-speech/build/protos/protos.json');
  const options = { longs: String, enums: String, defaults: true, oneofs: true };
  const service = fromJSON(JSON.parse(readFileSync(path, 'utf8')), options)[
    'google.cloud.texttospeech.v1.TextToSpeech'
  ];
  if (!service || 'format' in service) throw new Error('The package has no proto of TextToSpeech any more.');
  return service;
}

/**
 * Makes noise instead of speech: about 200 milliseconds for every three Latin letters, and the same for every other
 * letter or digit.
 */
function speak({ input, audioConfig }: SeenRequest): Uint8Array {
  const sampleRate = Number(audioConfig.sampleRateHertz);
  const heard = (input.ssml ?? '').replaceAll(/<sub alias="([^"]*)">[^<]*<\/sub>/g, '$1');
  const sounds = heard.split(/(<break time="\d+ms"\/>)/).flatMap((part) => {
    const pause = /<break time="(\d+)ms"/.exec(part)?.[1];
    if (pause !== undefined) return [silence(sampleRate, Number(pause) / 1000)];
    const letters = part.replaceAll(/<[^>]*>/g, '').match(/\p{L}|\p{N}/gu) ?? [];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    const units = latin / 3 + letters.length - latin;
    return units === 0 ? [] : [noise(sampleRate, Math.max(0.3, (0.19 * units) / Number(audioConfig.speakingRate)))];
  });
  const [first = silence(sampleRate, 0.1), ...rest] = sounds;
  return writePcmWav(inARow(first, ...rest));
}

/**
 * Noise of a given length. It is cut from one sound for all sentences, because making noise takes longer than
 * everything else here.
 */
function noise(sampleRate: number, seconds: number): Pcm {
  const made = noises.get(sampleRate);
  const length = Math.round(seconds * sampleRate);
  const enough = made && made.length >= length ? made : speechLike(sampleRate, Math.max(10, seconds), 0.9).samples;
  noises.set(sampleRate, enough);
  return { samples: enough.subarray(0, length), sampleRate };
}

const noises = new Map<number, Float32Array>();

const wait = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    // The timer does not keep the process of a finished test running.
    setTimeout(resolve, milliseconds).unref();
  });
