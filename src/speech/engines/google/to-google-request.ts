import type { protos } from '@google-cloud/text-to-speech';
import type { SpeechRequest } from '../../engine.ts';
import { speakingRate } from './speaking-rate.ts';
import { toSsml } from './to-ssml.ts';
import { languageCodeOf } from './voice-language.ts';

type GoogleRequest = protos.google.cloud.texttospeech.v1.ISynthesizeSpeechRequest;

/** Samples a second: what these voices are made in, so that Google converts nothing. */
export const googleRate = 24_000;

/**
 * What Google is asked for one sentence. No pitch, which some voices refuse, and no effects profile: the sound is fitted
 * to the telephone afterwards, in the same way for every engine.
 * @throws SpeechError when the sentence or its voice cannot be asked for
 */
export function toGoogleRequest(request: SpeechRequest): GoogleRequest {
  return {
    input: { ssml: toSsml(request) },
    voice: { name: request.voice, languageCode: languageCodeOf(request.voice) },
    audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: googleRate, speakingRate: speakingRate(request) },
  };
}
