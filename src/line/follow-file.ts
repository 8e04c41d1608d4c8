import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { codeOf } from '../common/errors.ts';

/** Milliseconds between two looks at a file that the office writes. */
export const lookEvery = 200;

/** Something that changes whenever the file does; null where there is none. */
async function stampOf(path: string): Promise<string | null> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Takes over a file whenever it has changed, for the first time at once. What cannot be read is told once, and tried again
 * when the file has changed, or after some looks: what was known before holds meanwhile. Ends with the signal.
 * @param take reads the file and takes it over; may throw
 */
export async function followFile(
  path: string,
  take: () => Promise<void>,
  failed: (error: unknown) => void,
  signal: AbortSignal,
  every = lookEvery,
): Promise<void> {
  let seen: string | null = null;
  let told = '';
  while (!signal.aborted) {
    try {
      const stamp = await stampOf(path);
      if (stamp !== seen) {
        await take();
        seen = stamp;
      }
      told = '';
    } catch (error) {
      if (!signal.aborted && told !== String(error)) failed(error);
      told = String(error);
    }
    await setTimeout(every, undefined, { signal, ref: false }).catch(() => {});
  }
}
