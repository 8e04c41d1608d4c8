import type { DisasterNotice } from '../../call/disaster.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import type { OfficeShelf } from '../editions/edition.ts';
import { noticeScripts } from '../editions/notice-scripts.ts';
import { prepareNarrations } from '../editions/prepare-audio.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * Generates the audio that calls need for a notice. Until the audio exists, Twilio's <Say> speaks the notice.
 * @returns the errors of narrations that could not be made
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

/**
 * Generates the audio of the notices that are on, for calls and for drills: at the start, whenever the state of the
 * switch changes, and whenever another edition goes live. Runs until the signal.
 */
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
