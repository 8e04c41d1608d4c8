import { isLinkOver } from '../../staff/sign-in-link.ts';
import type { NativeReview } from './native-review-records.ts';

/** Milliseconds for which the link of a review is valid. Readers have other work too, so this is long. */
export const nativeReviewLifetime = 14 * 24 * 60 * 60_000;

/**
 * `reader`: the maximum characters of a reader's name. `comment`: the maximum characters of a comment. `open`: the
 * maximum number of reviews that are open at the same time.
 */
export const nativeReviewLimits = { reader: 100, comment: 1000, open: 50 } as const;

/**
 * `waiting`: the reader has not answered yet. `begun`: the reader has given an answer. `over`: the link has expired.
 */
export type NativeReviewState = 'waiting' | 'begun' | 'finished' | 'revoked' | 'over';

/** The state of a review. */
export function stateOfReview(review: NativeReview, now: number): NativeReviewState {
  const { begunAt, finishedAt, revokedAt } = review;
  if (revokedAt !== null) return 'revoked';
  if (finishedAt !== null) return 'finished';
  if (isLinkOver(review, now)) return 'over';
  return begunAt === null ? 'waiting' : 'begun';
}

/** Whether the link of a review works. */
export const isOpen = (state: NativeReviewState): boolean => state === 'waiting' || state === 'begun';
