import type { CallSoFar } from './state.ts';

/** What keeps every call finite. Counts of silences and wrong keys, seconds of waiting, answers of the line. */
export const limits = {
  missesPerScreen: 3,
  missesPerCall: 5,
  turnsPerCall: 80,
} as const;

/** One miss more in the whole call; beyond the limit they are not counted on, so that the states stay few. */
export const oneMissMore = (call: CallSoFar): CallSoFar => ({
  ...call,
  misses: Math.min(call.misses + 1, limits.missesPerCall),
});

/** Seconds of silence, after the last word, that count as no answer; `more`: where more is heard after it. */
export const waitSeconds = { languages: 4, topics: 7, explanation: 10, number: 10, disaster: 10, more: 4 } as const;
