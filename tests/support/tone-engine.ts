import { type Pcm, type SpeechEngine, SpeechError, type SpeechRequest } from '../../src/speech/engine.ts';

/** A small real engine: a tone whose pitch and length come from the words, so that different sentences sound different. */
export interface ToneEngine extends SpeechEngine {
  /** Every request it was given. */
  readonly requests: readonly SpeechRequest[];
  /** Requests that shall fail from now on. */
  failWhen(fails: (request: SpeechRequest) => boolean): void;
}

export function createToneEngine(): ToneEngine {
  const requests: SpeechRequest[] = [];
  let fails = (_request: SpeechRequest): boolean => false;
  return {
    id: 'espeak',
    fingerprint: 'tones',
    requests,
    failWhen: (rule) => {
      fails = rule;
    },
    async synthesize(request) {
      requests.push(request);
      await new Promise((resolve) => setImmediate(resolve));
      if (fails(request)) throw new SpeechError('the tone generator is broken');
      return tone(JSON.stringify(request.pieces).length);
    },
    close: async () => {},
  };
}

function tone(length: number): Pcm {
  const sampleRate = 8000;
  const samples = new Float32Array(sampleRate / 4 + length * 20);
  for (let i = 0; i < samples.length; i += 1) samples[i] = 0.3 * Math.sin((i * (length % 97) + i * 200) / sampleRate);
  return { samples, sampleRate };
}
