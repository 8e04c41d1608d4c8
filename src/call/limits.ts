import type { CallSoFar } from './state.ts';

/**
 * Limits that keep every call finite: for the misses on one screen, for the misses in the whole call, and for the
 * turns. A miss is a wrong key, or a silence on a screen that does not go on by itself.
 */
export const limits = {
  missesPerScreen: 3,
  missesPerCall: 5,
  turnsPerCall: 80,
} as const;

/** Counts one more miss in the call. Counting stops at the limit, so that the number of states stays small. */
export const oneMissMore = (call: CallSoFar): CallSoFar => ({
  ...call,
  misses: Math.min(call.misses + 1, limits.missesPerCall),
});

/**
 * Seconds to wait for a key after a turn, by screen. `more` is for every part of the notice but the last, and for every
 * part of the number screen before a language is chosen.
 */
export const waitSeconds = { languages: 4, topics: 7, explanation: 10, number: 10, disaster: 10, more: 4 } as const;
