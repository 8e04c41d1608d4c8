import type { DisasterNotice } from './disaster.ts';
import type { LanguageTag } from './line.ts';

export const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;
export type Key = (typeof keys)[number];

/**
 * Keys that mean the same on every screen once a language is chosen. Prompts name digits only: the spoken names of `*` and `#`
 * differ between countries, so those two keys work but are never mentioned.
 */
export const commandKeys = { again: '9', slower: '8', back: '7', person: '0' } as const;

/** Keys that work but are never mentioned. */
export const silentKeys = { back: '*', onward: '#' } as const;

export const dialOutcomes = ['answered', 'busy', 'no-answer', 'failed'] as const;
export type DialOutcome = (typeof dialOutcomes)[number];

/** Everything that can happen to a call. */
export type Input =
  /** `language` is set when the dialled number belongs to one language. */
  | { readonly kind: 'call-started'; readonly language?: LanguageTag | undefined }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'silence' }
  | { readonly kind: 'dial-ended'; readonly outcome: DialOutcome }
  | { readonly kind: 'limit-reached' };

/** What a turn depends on besides the call itself. */
export interface Conditions {
  /** An ISO 8601 instant, such as `2026-11-24T01:00:00Z`. */
  readonly now: string;
  /** True outside production: numbers that are not yet tested are dialled too, so that the whole path is exercised. */
  readonly dialsUntried: boolean;
  /** False when this hour's transfers are used up, or there is no caller id of our own to show. */
  readonly mayTransfer: boolean;
  /** The notice that staff switched on; within a turn, the part of it that the line can say. Null on ordinary days. */
  readonly disaster: DisasterNotice | null;
}
