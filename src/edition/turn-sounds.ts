import type { LanguageTag } from '../call/line.ts';
import type { Step } from '../call/step.ts';
import type { Narration } from './narration.ts';

/** Something that is said on an edition: a turn, or the whisper to an agent. */
export interface Said {
  /** The edition's id. */
  readonly edition: string;
  readonly what: Extract<Step, { do: 'say' }> | { readonly do: 'whisper'; readonly language: LanguageTag | null };
}

/** Which narrations can be played. */
export interface TurnSounds {
  /** Whether the file of a narration is there; asked in every turn, so answered from memory. */
  isReady(key: string): boolean;
  /** Told of every narration that a turn wants: whoever makes sounds then knows what its key stands for. */
  expect(said: Said, narration: Narration): void;
}
