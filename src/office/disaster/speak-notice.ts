import type { DisasterNotice } from '../../call/disaster.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { OfficeShelf } from '../editions/edition.ts';
import { noticeScripts } from '../editions/notice-scripts.ts';
import { prepareNarrations } from '../editions/prepare-audio.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * Generates the audio that calls need for a notice; until then Twilio's <Say> is used.
 * @returns what could not be spoken
 */
export async function speakNotice(
  { current }: Pick<OfficeShelf, 'current'>,
  notice: DisasterNotice,
  narrator: SpeakingNarrator,
  signal?: AbortSignal,
): Promise<readonly unknown[]> {
  const narrations = [...noticeScripts(current, notice)].map(({ narration }) => narration);
  return prepareNarrations(narrations, narrator, () => {}, signal);
}

/** Generates the audio of every notice and drill when it is switched on or another edition goes live. Runs until the signal. */
export async function speakNotices(
  disaster: DisasterSwitch,
  shelf: OfficeShelf,
  narrator: SpeakingNarrator,
  failed: (failures: readonly unknown[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  while (!signal.aborted) {
    const next = Promise.race([disaster.changed(), shelf.published(), stopped]);
    for (const notice of new Set([disaster.noticeNow(), disaster.rehearsedNow()])) {
      if (!notice || signal.aborted) continue;
      const failures = await speakNotice(shelf, notice, narrator, signal);
      if (failures.length > 0) failed(failures);
    }
    await next;
  }
}
