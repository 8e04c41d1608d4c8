import type { LanguageTag } from '../call/line.ts';
import type { TextRef } from '../call/step.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { ExplainedError } from '../common/explained-error.ts';
import type { Pcm } from '../sound/wav.ts';

/** What an engine is asked to speak: words at a rate, and silences of an exact length between them. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly rate: 'normal' | 'number' }
  /**
   * Text that is written one way and spoken another. An engine that knows `<sub>` is sent text and reading; any other
   * engine speaks the reading.
   */
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  | { readonly kind: 'pause'; readonly milliseconds: number };

/**
 * `slow` is four fifths of the rate of `normal`, for callers who ask for slower speech. Numbers are slow in any case, so engines
 * slow them down less.
 */
export type Speed = 'normal' | 'slow';

/** One sentence to be spoken. Everything in it changes the sound, so all of it is part of the cache key. */
export interface SpeechRequest {
  readonly language: LanguageTag;
  /** The engine's own name for a voice, from the settings of the language. */
  readonly voice: string;
  readonly speed: Speed;
  readonly pieces: readonly Piece[];
}

/** What an engine knows about a voice. */
export interface VoicesLike {
  readonly isKnown: boolean;
  /**
   * The voices of the same language, sorted; empty if there are none, or if the name does not begin with a language.
   */
  readonly names: readonly string[];
}

/** A text-to-speech engine. Implemented by `engines/espeak` and `engines/google`. */
export interface SpeechEngine {
  readonly id: 'espeak' | 'google';
  /**
   * Changes with everything known that makes the same request sound different: the package with its voice data, and our
   * own pronunciation rules. When Google changes a voice, the fingerprint stays the same.
   */
  readonly fingerprint: string;
  /**
   * Speaks one sentence.
   * @throws SpeechError when the engine fails, returns nothing, or takes too long; the message says why.
   */
  synthesize(request: SpeechRequest): Promise<Pcm>;
  /**
   * Whether the engine has a voice, and which voices it has for the same language.
   * @throws SpeechError when the engine cannot answer
   */
  voicesLike(voice: string): Promise<VoicesLike>;
  /** Stops everything the engine runs; `synthesize` must not be called afterwards. */
  close(): Promise<void>;
}

/** The engine could not speak a sentence. */
export class SpeechError extends ExplainedError {
  override readonly name = 'SpeechError';
  /** The text that has no sound; null if the error is about no single text. */
  readonly about: TextRef | null;

  constructor(
    explanation: Bilingual | string,
    { about = null, ...options }: ErrorOptions & { readonly about?: TextRef | null } = {},
  ) {
    super(explanation, options);
    this.about = about;
  }
}

/** The texts without sound that some errors are about, each once. */
export function textsWithoutSound(errors: readonly unknown[]): TextRef[] {
  const texts = errors.flatMap((error) => (error instanceof SpeechError && error.about ? [error.about] : []));
  return [...new Map(texts.map((text) => [`${text.language} ${text.prompt}`, text])).values()];
}
