import { setTimeout } from 'node:timers/promises';
import type { ScheduleKeeper } from './schedule-keeper.ts';

/** Milliseconds between two checks, and so how late a scheduled publication may begin. */
const checkInterval = 10_000;

/**
 * Checks again and again whether a scheduled publication is due, until the signal.
 * @param failed called when a check has failed; the next one tries again
 */
export async function keepSchedule(
  keeper: ScheduleKeeper,
  failed: (error: unknown) => void,
  signal: AbortSignal,
  interval = checkInterval,
): Promise<void> {
  while (!signal.aborted) {
    await keeper.check().catch(failed);
    await setTimeout(interval, undefined, { signal, ref: false });
  }
}
