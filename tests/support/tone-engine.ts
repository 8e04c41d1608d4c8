import type { Pcm } from '../../src/sound/wav.ts';
import { type SpeechEngine, SpeechError, type SpeechRequest } from '../../src/speech/engine.ts';
import { implausibleLength } from '../../src/speech/plausible-length.ts';
import { tone } from './sounds.ts';

/** A small speech engine. The pitch and length of its tones depend on the words, so that sentences sound different. */
export interface ToneEngine extends SpeechEngine {
  /** All requests that the engine has received. */
  readonly requests: readonly SpeechRequest[];
  /** Sets which requests fail from now on. */
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
      return toneFor(request);
    },
    // Every name of a voice is known, unless it contains `missing`. If it contains `unlisted`, the list of voices
    // cannot be read.
    voicesLike: async (voice) => {
      if (voice.includes('unlisted')) throw new SpeechError('the list of tones is lost');
      return { isKnown: !voice.includes('missing'), names: ['a-tone'] };
    },
    close: async () => {},
  };
}

/**
 * Seconds that are just enough for the words and pauses. A Latin letter counts as a third of a syllable, and any other
 * letter as a whole one.
 */
function secondsOf(request: SpeechRequest): number {
  const seconds = request.pieces.map((piece) => {
    if (piece.kind === 'pause') return piece.milliseconds / 1000;
    const letters = (piece.kind === 'reading' ? piece.reading : piece.text).match(/\p{L}/gu) ?? [];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    return 0.12 * (letters.length - (2 / 3) * latin);
  });
  let sum = 0.28 + seconds.reduce((all, each) => all + each, 0);
  // Digits, and letters that are spelt out, take longer.
  while (implausibleLength(request, sum)?.en.includes('too short')) sum *= 1.5;
  return sum;
}

function toneFor(request: SpeechRequest): Pcm {
  const sampleRate = 8000;
  const pitch = 200 + (JSON.stringify(request.pieces).length % 97);
  return tone(pitch, sampleRate, secondsOf(request), 0.3);
}
