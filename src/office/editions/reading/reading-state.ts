import type { Reading } from './reading-records.ts';

/** Milliseconds for which a link of a reading is valid: a reader has other work, too. */
export const readingLifetime = 14 * 24 * 60 * 60_000;

/** Limits of what is typed about a reading, in characters, and of how many can be open at once. */
export const readingLimits = { reader: 100, comment: 1000, open: 50 } as const;

/** `waiting`: nothing was said yet; `begun`: something was. */
export type ReadingState = 'waiting' | 'begun' | 'finished' | 'revoked' | 'over';

/** The state of a reading. If it was made in the future, the clock was ahead; it then counts as made now. */
export function stateOfReading(reading: Reading, now: number): ReadingState {
  const { madeAt, validUntil, begunAt, finishedAt, revokedAt } = reading;
  if (revokedAt !== null) return 'revoked';
  if (finishedAt !== null) return 'finished';
  if (now >= Math.min(madeAt, now) + validUntil - madeAt) return 'over';
  return begunAt === null ? 'waiting' : 'begun';
}

/** Whether the link of a reading works. */
export const isOpen = (state: ReadingState): boolean => state === 'waiting' || state === 'begun';
