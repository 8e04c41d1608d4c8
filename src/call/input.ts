import type { DisasterNotice } from './disaster.ts';
import type { LanguageTag } from './line.ts';

export const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;
export type Key = (typeof keys)[number];

/**
 * Digits that mean the same on every screen once a language is chosen. Prompts name only digits, because the spoken
 * names of `*` and `#` differ between countries.
 */
export const commandKeys = { again: '9', slower: '8', back: '7', person: '0' } as const;

/** Keys that work but are never mentioned in a prompt. */
export const silentKeys = { back: '*', onward: '#' } as const;

export const dialOutcomes = ['answered', 'busy', 'no-answer', 'failed'] as const;
export type DialOutcome = (typeof dialOutcomes)[number];

/** Everything in a call to which the line reacts. */
export type Input =
  /**
   * `language` is set if the call begins in a language: because of the number that the caller dialled, or of a link.
   */
  | { readonly kind: 'call-started'; readonly language?: LanguageTag | undefined }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'silence' }
  | { readonly kind: 'dial-ended'; readonly outcome: DialOutcome }
  | { readonly kind: 'limit-reached' };

/** What a turn depends on besides the call itself. */
export interface Conditions {
  /** An ISO 8601 instant, such as `2026-11-24T01:00:00Z`. */
  readonly now: string;
  /**
   * Whether the line also dials telephone numbers that no test call has reached yet, and destinations whose hours are
   * unknown. With this, the whole path of a transfer can be tried. False in production calls.
   */
  readonly dialsUntried: boolean;
  /**
   * Whether a transfer is possible. On the telephone, it is false when the hourly limit of transfers is reached, or
   * when the line has no number to show to the agent as caller id. That is the number that the caller dialled.
   */
  readonly mayTransfer: boolean;
  /**
   * The active notice, or null if no notice is active. Inside `advance`, it is only the part of the notice that the
   * line can say, and null if the line has no words for this kind of disaster.
   */
  readonly disaster: DisasterNotice | null;
}
