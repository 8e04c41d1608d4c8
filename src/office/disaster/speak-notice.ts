import type { DisasterNotice } from '../../call/disaster.ts';
import type { SpeakingNarrator } from '../../speech/narration.ts';
import { noticeScripts } from '../editions/notice-scripts.ts';
import type { OfficeShelf } from '../editions/office-shelf.ts';
import { type Failure, prepareNarrations } from '../editions/prepare-audio.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * Speaks whatever calls need because of a notice; until then Twilio says it.
 * @returns what could not be spoken
 */
export async function speakNotice(
  { current }: Pick<OfficeShelf, 'current'>,
  notice: DisasterNotice,
  narrator: SpeakingNarrator,
  signal?: AbortSignal,
): Promise<readonly Failure[]> {
  const narrations = [...noticeScripts(current, notice)].map(({ narration }) => narration);
  return prepareNarrations(narrations, narrator, () => {}, signal);
}

/** Speaks every notice, and the drill, as it is switched on; and again when another edition has gone live. Ends with the signal. */
export async function speakNotices(
  disaster: DisasterSwitch,
  shelf: OfficeShelf,
  narrator: SpeakingNarrator,
  failed: (failures: readonly Failure[]) => void,
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
