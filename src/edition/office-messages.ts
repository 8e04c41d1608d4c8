/** What an office says to the line that started it, besides notices and editions that its disk does not take. */

/** It lives. */
export const alive = 'alive';

/** Milliseconds between two signs of life of an office, which go the way of everything that it says. */
export const aliveEvery = 5000;

/** Every narration of the live edition is there. */
export const allSounds = 'every narration is there';

/** Ends an office that cannot start, and would not the next time either: wrong settings, words that cannot be published. */
export const refusedCode = 78;
