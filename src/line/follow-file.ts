import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { codeOf } from '../common/errors.ts';

/** Polling interval for a file that the office writes, in milliseconds. */
export const lookEvery = 200;

/** A string that changes whenever the file does; null if there is none. */
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
 * Applies a file whenever it has changed; the first check is immediate. A failure is reported once and retried at every poll;
 * the previous content stays in effect in the meantime. Ends with the signal.
 * @param take reads the file and applies it; may throw
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
