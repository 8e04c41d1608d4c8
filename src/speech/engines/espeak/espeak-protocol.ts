/** A request from the parent to the child. Requests and answers are lines of JSON, with one request at a time. */
export interface EspeakRequest {
  /** `voices` asks for the list of voices, and needs no runs. */
  readonly want: 'sound' | 'phonemes' | 'voices';
  readonly voice: string;
  /** The texts to speak. espeak speaks each text in one call, with one intonation. */
  readonly runs: readonly { readonly text: string; readonly wordsPerMinute: number }[];
}

export type EspeakAnswer =
  /** One entry for each run: 16-bit little-endian samples in base64. */
  | { readonly kind: 'sound'; readonly sampleRate: number; readonly runs: readonly string[] }
  /** One entry for each run, in the International Phonetic Alphabet. */
  | { readonly kind: 'phonemes'; readonly runs: readonly string[] }
  /** Whether espeak has the requested voice, and the names of all its voices. */
  | { readonly kind: 'voices'; readonly isKnown: boolean; readonly names: readonly string[] }
  /** `ja` is the message in Japanese. Only expected problems have it. */
  | { readonly kind: 'problem'; readonly message: string; readonly ja?: string };
