/** What keeps every call finite. Counts of silences and wrong keys, seconds of waiting, answers of the line. */
export const limits = {
  missesPerScreen: 3,
  missesPerCall: 5,
  turnsPerCall: 80,
} as const;

/** Seconds of silence, after the last word, that count as no answer. */
export const waitSeconds = { languages: 4, topics: 7, explanation: 10, number: 10, disaster: 10 } as const;
