import { setTimeout } from 'node:timers/promises';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { Edition } from './edition.ts';
import type { OfficeShelf } from './office-shelf.ts';
import { type Failure, type Progress, prepareAudio } from './prepare-audio.ts';

/** What happens to the audio, for the log and the terminal. */
export interface AudioEvents {
  progress(progress: Progress): void;
  /** These turns are said by `<Say>` until a later try succeeds. */
  failed(failures: readonly Failure[]): void;
  /** Every narration of the current edition is there. */
  complete(edition: Edition): void | Promise<void>;
  /** So many files were not whole any more and are made again. */
  repairing(count: number): void;
}

/** Milliseconds between a failed preparation and the next, and between two inspections. */
export const intervals = { retry: 30_000, inspect: 60_000 };

/**
 * Makes the audio of the current edition, and afterwards looks after it: a file that was deleted or changed is noticed
 * within a minute, its turn is said by `<Say>` meanwhile, and it is made again. An edition that goes live gets its audio at
 * once. Ends with the signal.
 */
export async function keepAudio(
  shelf: OfficeShelf,
  narrator: SpeakingNarrator,
  events: AudioEvents,
  signal: AbortSignal,
  { retry, inspect } = intervals,
): Promise<void> {
  const pause = (milliseconds: number) => setTimeout(milliseconds, undefined, { signal, ref: false });
  for (;;) {
    const edition = shelf.current;
    const failures = await prepareAudio(edition, narrator, events.progress, signal);
    if (signal.aborted) return;
    if (failures.length > 0) {
      events.failed(failures);
      await pause(retry);
      continue;
    }
    await events.complete(edition);
    while (shelf.current === edition) {
      await Promise.race([pause(inspect), shelf.published()]);
      if (shelf.current !== edition) break;
      try {
        await repair(narrator, events);
      } catch (error) {
        // A disk that cannot be looked at now is looked at again.
        if (signal.aborted) return;
        events.failed([error]);
      }
    }
  }
}

/** One after the other, so that a caller who needs a sentence waits for one narration at the most. */
async function repair(narrator: SpeakingNarrator, events: AudioEvents): Promise<void> {
  const broken = await narrator.inspect();
  if (broken.length > 0) events.repairing(broken.length);
  const failures: Failure[] = [];
  for (const narration of broken) {
    try {
      await narrator.ensure(narration);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) events.failed(failures);
}
