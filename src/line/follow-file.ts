import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { codeOf } from '../common/errors.ts';

/** Polling interval for a file that the office writes, in milliseconds. */
export const lookEvery = 200;

/** A string that changes whenever the file changes; null if there is no file. */
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
 * Checks a file immediately and then at every poll, and applies it when it has changed. After a failure, the previous content
 * stays in effect and every poll tries again; a failure that repeats is reported once. Runs until the signal is aborted.
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
