/** Messages from an office to the line that started it, besides `NoticeMessage` and `EditionMessage`. */

/** The heartbeat: the office is running. */
export const alive = 'alive';

/** Milliseconds between two heartbeats. All other messages count as signs of life, too. */
export const heartbeatInterval = 5000;

/** All narrations of the live edition exist. */
export const allNarrationsReady = 'every narration is there';

/** The office runs without its database, which could not be opened at the start. */
export const noDatabase = 'no database';

/**
 * The sentences about an office with which nothing is wrong. While nothing is wrong with the office, the second line of
 * text at `/healthz` is one of these sentences. `npm run twilio -- check` reads it there.
 */
export const officeIsWell = {
  runs: 'The office runs.',
  starts: 'The office is starting.',
  elsewhere: 'The office is on another machine.',
  /** The line was started without an office. */
  none: 'There is no office.',
} as const;

/**
 * The exit code of an office that cannot start until a person has fixed something, such as a setting or the prompts.
 */
export const cannotStartExitCode = 78;

/** The exit code of an office that finds another office on its DATA_DIR. */
export const isTakenExitCode = 79;
