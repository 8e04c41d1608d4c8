import type { CallOptions } from 'google-gax';

/** How long Google may take, in milliseconds. */
export interface Patience {
  /** One attempt. */
  readonly attempt: number;
  /** All attempts and the waits between them; what is under way then, an attempt or a wait, is still finished. */
  readonly total: number;
  /** The longest wait before the second attempt; it doubles with every further one, up to a sixth of the total. */
  readonly firstWait: number;
}

/** A sentence takes well under a second; a quota that is used up is refilled every minute. */
export const usualPatience: Patience = { attempt: 15_000, total: 60_000, firstWait: 500 };

/** DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL and UNAVAILABLE pass; anything else will be the same next time. */
const passing = [4, 8, 13, 14];

/**
 * The options for one call. All of them are said: the package's own would wait for ten minutes, and would try only two of
 * these codes again.
 */
export async function callOptions({ attempt, total, firstWait }: Patience): Promise<CallOptions> {
  const { createBackoffSettings, RetryOptions } = await import('google-gax');
  const waits = createBackoffSettings(firstWait, 2, total / 6, attempt, 1, attempt, total);
  return { timeout: attempt, retry: new RetryOptions(passing, waits) };
}
