import type { Input } from '../../call/input.ts';

/** The line's answer as a telephone receives it, without knowledge of the line's internals. */
export interface Answer {
  /** The key of the narration that is played; null if another sound or nothing is played. */
  readonly narration: string | null;
  /** Whether the line waits for an input, transfers the call, or has ended the call. */
  readonly ending: 'wait' | 'dial' | 'over';
  /** The path at which the call continues; null when it is over. */
  readonly next: string | null;
}

/**
 * The circumstances of a call, as named in findings. `closure`: a destination is closed on certain days, or will be
 * closed soon, and callers hear the reason.
 */
export type Circumstance = 'open' | 'closed' | 'closure' | 'disaster';

/** A moment at which a crawl calls. */
export interface Occasion {
  readonly circumstance: Circumstance;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Calls a line from outside, through the same application as a real call. */
export interface Telephone {
  /**
   * Begins a call.
   * @param number the number of one language; null for the general number
   * @throws Error when the line's answer is invalid
   */
  call(occasion: Occasion, number: string | null): Promise<Answer>;
  /** Sends the next input of a call. @throws Error when the line's answer is invalid */
  send(occasion: Occasion, next: string, input: Input): Promise<Answer>;
  close(): Promise<void>;
}
