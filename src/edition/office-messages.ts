/** Messages from an office to the line that started it, besides `NoticeMessage` and `EditionMessage`. */

/** The heartbeat: the office is running. */
export const alive = 'alive';

/** Milliseconds between two heartbeats. All other messages count as signs of life, too. */
export const heartbeatInterval = 5000;

/** All narrations of the live edition exist. */
export const allNarrationsReady = 'every narration is there';

/** The exit code of an office that cannot start until a person has fixed something, such as a setting or the prompts. */
export const cannotStartExitCode = 78;
