import { setTimeout } from 'node:timers/promises';
import type { ScheduleKeeper } from './schedule-keeper.ts';

/** Milliseconds between two looks: by at most so much is a scheduled publication begun late. */
const lookEvery = 10_000;

/**
 * Publishes what was scheduled when its moment has come. Runs until the signal.
 * @param failed called when a look failed; the next one tries again
 */
export async function keepSchedule(
  keeper: ScheduleKeeper,
  failed: (error: unknown) => void,
  signal: AbortSignal,
  every = lookEvery,
): Promise<void> {
  while (!signal.aborted) {
    await keeper.look().catch(failed);
    await setTimeout(every, undefined, { signal, ref: false });
  }
}
