import type { LanguageTag } from '../call/line.ts';
import type { TextRef } from '../call/step.ts';
import type { Bilingual } from '../common/bilingual.ts';
import { ExplainedError } from '../common/explained-error.ts';
import type { Pcm } from '../sound/wav.ts';

/** A part of a sentence that an engine speaks: words, text with its reading, or a silence of an exact length. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly rate: 'normal' | 'number' }
  /**
   * Text whose pronunciation is given by its reading. Google gets the text and the reading, in a `<sub>` element. The
   * embedded voice speaks the reading.
   */
  | { readonly kind: 'reading'; readonly text: string; readonly reading: string }
  | { readonly kind: 'pause'; readonly milliseconds: number };

/**
 * `slow` is for callers who ask for slower speech. Its rate is four fifths of the rate of `normal`. Numbers are slow
 * already at `normal`, so they are slowed down less.
 */
export type Speed = 'normal' | 'slow';

/** One sentence to be spoken. Every property affects the sound, so all of them are part of the cache key. */
export interface SpeechRequest {
  readonly language: LanguageTag;
  /** The engine's own name for a voice, from the settings of the language. */
  readonly voice: string;
  readonly speed: Speed;
  readonly pieces: readonly Piece[];
}

/** Whether an engine has a voice, and which voices of the same language it has. */
export interface VoicesLike {
  readonly isKnown: boolean;
  /**
   * The voices of the same language, sorted. Empty if there are none, or if the name of the voice does not begin with a
   * language.
   */
  readonly names: readonly string[];
}

/** A text-to-speech engine. `engines/espeak` and `engines/google` implement it. */
export interface SpeechEngine {
  readonly id: 'espeak' | 'google';
  /**
   * Identifies what affects the sound apart from the request: the package with its voice data, and our own
   * pronunciation rules. When Google changes a voice, the engine cannot know it, and the fingerprint stays the same.
   */
  readonly fingerprint: string;
  /**
   * Speaks one sentence.
   * @throws SpeechError when the engine fails, returns nothing, or takes too long. The message says why.
   */
  synthesize(request: SpeechRequest): Promise<Pcm>;
  /**
   * Whether the engine has a voice, and which voices it has for the same language.
   * @throws SpeechError when the engine cannot answer
   */
  voicesLike(voice: string): Promise<VoicesLike>;
  /** Stops everything that the engine runs. `synthesize` must not be called afterwards. */
  close(): Promise<void>;
}

/** The engine could not speak a sentence. */
export class SpeechError extends ExplainedError {
  override readonly name = 'SpeechError';
  /** The text that has no sound; null if the error does not concern one certain text. */
  readonly about: TextRef | null;

  constructor(
    explanation: Bilingual | string,
    { about = null, ...options }: ErrorOptions & { readonly about?: TextRef | null } = {},
  ) {
    super(explanation, options);
    this.about = about;
  }
}

/** Collects the texts without sound that the given errors name, without duplicates. */
export function textsWithoutSound(errors: readonly unknown[]): TextRef[] {
  const texts = errors.flatMap((error) => (error instanceof SpeechError && error.about ? [error.about] : []));
  return [...new Map(texts.map((text) => [`${text.language} ${text.prompt}`, text])).values()];
}
