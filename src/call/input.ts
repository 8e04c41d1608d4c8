import type { DisasterNotice } from './disaster.ts';
import type { LanguageTag } from './line.ts';

export const keys = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'] as const;
export type Key = (typeof keys)[number];

export const dialOutcomes = ['answered', 'busy', 'no-answer', 'failed'] as const;
export type DialOutcome = (typeof dialOutcomes)[number];

/** Everything that can happen to a call. */
export type Input =
  /** `language` is set where the dialled number is one language's own. */
  | { readonly kind: 'call-started'; readonly language?: LanguageTag | undefined }
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'silence' }
  | { readonly kind: 'dial-ended'; readonly outcome: DialOutcome }
  | { readonly kind: 'limit-reached' };

/** What the outside world adds to a turn. */
export interface Conditions {
  /** An ISO 8601 instant, such as `2026-11-24T01:00:00Z`. */
  readonly now: string;
  /** Outside production, numbers nobody has tried yet are dialled too, so that the whole path is exercised. */
  readonly dialsUntried: boolean;
  /** False when the transfers of this hour are used up, or no caller id of our own can be shown. */
  readonly mayTransfer: boolean;
  /** What staff switched on for everybody who calls, and within a turn what of it the line can say; null on ordinary days. */
  readonly disaster: DisasterNotice | null;
}
