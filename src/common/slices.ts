import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work before yielding to the event loop. */
const slice = 8;

/**
 * Lets other work run between the small steps of long work.
 * @returns a function to await after every step. It yields to the event loop if it last did so at least `slice`
 * milliseconds ago
 */
export function inSlices(): () => Promise<void> {
  let sliceEnds = performance.now() + slice;
  return async () => {
    if (performance.now() < sliceEnds) return;
    await setImmediate();
    sliceEnds = performance.now() + slice;
  };
}
