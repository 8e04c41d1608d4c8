/** What an office tells the line that started it, besides notices and editions that it cannot write to its disk. */

/** A sign of life. */
export const alive = 'alive';

/** Milliseconds between two signs of life, which are sent the same way as all messages. */
export const aliveEvery = 5000;

/** All narrations of the live edition exist. */
export const allSounds = 'every narration is there';

/** The exit code of an office that cannot start and would fail again: wrong settings, words that cannot be published. */
export const refusedCode = 78;
