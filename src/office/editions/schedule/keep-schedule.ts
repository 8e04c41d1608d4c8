import { setTimeout } from 'node:timers/promises';
import type { ScheduleKeeper } from './schedule-keeper.ts';

/** Milliseconds between two checks. A scheduled publication may begin late by this much. */
const checkInterval = 10_000;

/**
 * Checks again and again whether a scheduled publication is due, until the signal is aborted.
 * @param failed called when a check has failed; the next check tries again
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
