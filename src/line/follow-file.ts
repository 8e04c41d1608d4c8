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
 * Checks a file, and then checks it again at every poll until the signal is aborted. Whenever the file has changed, it is applied.
 * After a failure, the previous content stays in effect and every poll tries again; a failure that repeats is reported once.
 * @param take reads the file and applies it; may throw
 * @returns after the first check
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
  const look = async () => {
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
  };
  const goOn = async () => {
    const pause = () => setTimeout(every, undefined, { signal, ref: false }).catch(() => {});
    for (await pause(); !signal.aborted; await pause()) await look();
  };
  await look();
  void goOn();
}
