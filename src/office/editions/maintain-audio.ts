import { setTimeout } from 'node:timers/promises';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { OfficeEdition, OfficeShelf } from './edition.ts';
import { type Progress, prepareAudio } from './prepare-audio.ts';

/** Audio events, for the log and the terminal. */
export interface AudioEvents {
  progress(progress: Progress): void;
  /** Narrations could not be made or inspected. Until a later attempt succeeds, `<Say>` speaks turns that lack them. */
  failed(failures: readonly unknown[]): void;
  /** Every narration of the current edition exists. */
  complete(edition: OfficeEdition): void | Promise<void>;
  /** This many files were missing or damaged and are being made again. */
  repairing(count: number): void;
}

/**
 * `retry`: milliseconds before a failed preparation is tried again. `inspect`: milliseconds between two inspections.
 */
export const intervals = { retry: 30_000, inspect: 60_000 };

/**
 * Makes the audio of the current edition and then maintains it. A file that was deleted or changed is noticed within a
 * minute and made again; until then, its turn is spoken by `<Say>`. When another edition goes live, its audio is made
 * next. Runs until the signal is aborted.
 */
export async function maintainAudio(
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
        // If the disk cannot be read now, the next inspection tries again.
        if (signal.aborted) return;
        events.failed([error]);
      }
    }
  }
}

/** Repairs one narration after the other, so that a caller who needs a sentence waits for at most one narration. */
async function repair(narrator: SpeakingNarrator, events: AudioEvents): Promise<void> {
  const broken = await narrator.inspect();
  if (broken.length > 0) events.repairing(broken.length);
  const failures: unknown[] = [];
  for (const narration of broken) {
    try {
      await narrator.ensure(narration);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) events.failed(failures);
}
