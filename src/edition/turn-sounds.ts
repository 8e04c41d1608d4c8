import type { LanguageTag } from '../call/line.ts';
import type { Step } from '../call/step.ts';
import type { Narration } from './narration.ts';

/** Something that an edition says: a turn, or the whisper to an agent. */
export interface Utterance {
  /** The edition's id. */
  readonly edition: string;
  readonly what: Extract<Step, { do: 'say' }> | { readonly do: 'whisper'; readonly language: LanguageTag | null };
}

/** Knows which narrations can be played. */
export interface TurnSounds {
  /** Whether the file of a narration exists. Called in every turn, so the answer comes from memory. */
  isReady(key: string): boolean;
  /** Called with every narration that a turn needs, so that a missing one can be created. */
  expect(said: Utterance, narration: Narration): void;
}
