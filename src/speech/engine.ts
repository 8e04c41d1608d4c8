import type { LanguageTag } from '../call/line.ts';
import type { Pcm } from '../sound/wav.ts';
import type { Piece } from './piece.ts';

/** `slow` is four fifths of `normal`: for callers who ask for it. */
export type Speed = 'normal' | 'slow';

/** One sentence to be spoken. Everything in it changes the sound, so all of it is part of the cache key. */
export interface SpeechRequest {
  readonly language: LanguageTag;
  /** The engine's own name of a voice, from `prompts/line.yaml`. */
  readonly voice: string;
  readonly speed: Speed;
  readonly pieces: readonly Piece[];
}

/** Who speaks. Implemented by `engines/espeak` and `engines/google`. */
export interface SpeechEngine {
  readonly id: 'espeak' | 'google';
  /** Changes whenever the same request would sound different: package, voice data, own pronunciation rules. */
  readonly fingerprint: string;
  /**
   * Speaks one sentence.
   * @throws SpeechError when the engine fails, answers nothing, or takes too long; what to do is in the message.
   */
  synthesize(request: SpeechRequest): Promise<Pcm>;
  /** Ends whatever the engine runs; `synthesize` may not be called afterwards. */
  close(): Promise<void>;
}

/** The engine could not speak a sentence. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
}
