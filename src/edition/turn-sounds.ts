import type { LanguageTag } from '../call/line.ts';
import type { Step } from '../call/step.ts';
import type { Narration } from './narration.ts';

/** Something that an edition says: a turn, or the whisper to an agent. */
export interface Utterance {
  /** The edition's id. */
  readonly edition: string;
  readonly what: Extract<Step, { do: 'say' }> | { readonly do: 'whisper'; readonly language: LanguageTag | null };
}

/** Knows which narrations can be played, and which sentences are recorded. */
export interface TurnSounds {
  /**
   * Whether the file with this key, of a narration or of a sentence, is believed to exist. Called in every turn, so the
   * answer comes from memory. If a sentence was recorded after the files were last listed, its file becomes known only
   * when a narration with this sentence is looked for.
   */
  isReady(key: string): boolean;
  /** Called with every narration that a turn needs, so that a missing one can be created. */
  expect(said: Utterance, narration: Narration): void;
}
