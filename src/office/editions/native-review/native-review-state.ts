import type { NativeReview } from './native-review-records.ts';

/** Milliseconds for which a link of a review is valid: a reader has other work, too. */
export const nativeReviewLifetime = 14 * 24 * 60 * 60_000;

/** Limits of what is typed about a review, in characters, and of how many can be open at once. */
export const nativeReviewLimits = { reader: 100, comment: 1000, open: 50 } as const;

/** `waiting`: nothing was said yet; `begun`: something was. */
export type NativeReviewState = 'waiting' | 'begun' | 'finished' | 'revoked' | 'over';

/** The state of a review. If it was made in the future, the clock was ahead; it then counts as made now. */
export function stateOfReview(review: NativeReview, now: number): NativeReviewState {
  const { madeAt, validUntil, begunAt, finishedAt, revokedAt } = review;
  if (revokedAt !== null) return 'revoked';
  if (finishedAt !== null) return 'finished';
  if (now >= Math.min(madeAt, now) + validUntil - madeAt) return 'over';
  return begunAt === null ? 'waiting' : 'begun';
}

/** Whether the link of a review works. */
export const isOpen = (state: NativeReviewState): boolean => state === 'waiting' || state === 'begun';
