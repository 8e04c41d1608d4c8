import type { Input } from '../../call/input.ts';

/** What the line answered, as a telephone hears it: nothing of its inside is known here. */
export interface Answer {
  /** The key of the narration that is played; null when something else is heard, or nothing. */
  readonly narration: string | null;
  readonly ending: 'wait' | 'dial' | 'over';
  /** Where the call goes on; null when it is over. */
  readonly next: string | null;
}

/** The circumstances of a call, by a name that findings carry. */
export const circumstances = ['open', 'closed', 'disaster'] as const;
export type Circumstance = (typeof circumstances)[number];

/** A telephone that calls a line from outside, through everything that a real call goes through. */
export interface Telephone {
  /** @param number one language's own; null for the number of them all */
  call(circumstance: Circumstance, number: string | null): Promise<Answer>;
  /** What happens next in a call. @throws Error when the line does not answer as it must */
  send(circumstance: Circumstance, next: string, input: Input): Promise<Answer>;
  close(): Promise<void>;
}
