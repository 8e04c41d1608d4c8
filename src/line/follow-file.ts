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
 * Calls `take` whenever a file has changed, appeared or disappeared. Checks the file immediately, and then at regular
 * intervals until the signal is aborted. If a check or `take` fails, the next check tries again.
 * @param take reads the file and applies it; may throw
 * @param failed called with the error of a failure, but not again while the same failure repeats
 * @param every milliseconds between two checks
 * @returns a promise that resolves after the first check, even if that check failed
 */
export async function followFile(
  path: string,
  take: () => Promise<void>,
  failed: (error: unknown) => void,
  signal: AbortSignal,
  every = lookEvery,
): Promise<void> {
  let seen: string | null = null;
  let reported = '';
  const look = async () => {
    try {
      const stamp = await stampOf(path);
      if (stamp !== seen) {
        await take();
        seen = stamp;
      }
      reported = '';
    } catch (error) {
      if (!signal.aborted && reported !== String(error)) failed(error);
      reported = String(error);
    }
  };
  const goOn = async () => {
    const pause = () => setTimeout(every, undefined, { signal, ref: false }).catch(() => {});
    for (await pause(); !signal.aborted; await pause()) await look();
  };
  await look();
  void goOn();
}
