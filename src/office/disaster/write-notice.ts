import { setTimeout } from 'node:timers/promises';
import { disasterPrompts } from '../../call/disaster.ts';
import type { NoticeFile, SwitchedNotice } from '../../edition/notice-file.ts';
import type { OfficeEdition, OfficeShelf } from '../editions/edition.ts';
import { momentSentences } from '../editions/to-edition-file.ts';
import { type DisasterState, toNotice } from './disaster-state.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * The state of the switch in the form that the line reads. It includes the sentence that says the time, in every
 * language of the edition, because the line cannot put a time into words.
 */
export function toNoticeFile(
  { revision, on }: Pick<DisasterState, 'revision' | 'on'>,
  edition: OfficeEdition,
): NoticeFile {
  if (!on) return { revision, notice: null };
  const told = toNotice(on);
  const { at } = told;
  const moment: SwitchedNotice['moment'] =
    at === null || !edition.line.disaster
      ? []
      : edition.line.languages.map(({ tag }) => [
          tag,
          momentSentences(edition, { prompt: disasterPrompts.time, language: tag, at }),
        ]);
  return { revision, notice: { told, since: on.since, until: on.until, moment } };
}

/**
 * The state of the switch as a command writes it for the line. A command has no edition, so it cannot put the time into
 * words. Callers hear the notice without the time until an office writes the file.
 */
export const toBareNotice = ({ revision, on }: Pick<DisasterState, 'revision' | 'on'>): NoticeFile => ({
  revision,
  notice: on && { told: toNotice(on), since: on.since, until: on.until, moment: [] },
});

/** Milliseconds before a failed write is retried. */
const retryAfter = 1000;

/** Everything that `writeNotices` needs. */
interface NoticeWriting {
  readonly disaster: Pick<DisasterSwitch, 'state' | 'changed'>;
  readonly shelf: Pick<OfficeShelf, 'current' | 'published'>;
  readonly write: (file: NoticeFile) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes the state of the switch for the line, immediately and whenever the state or the edition changes. Runs until
 * the signal.
 */
export async function writeNotices(
  { disaster, shelf, write, failed }: NoticeWriting,
  signal: AbortSignal,
): Promise<void> {
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  while (!signal.aborted) {
    const next = Promise.race([disaster.changed(), shelf.published(), stopped]);
    try {
      await write(toNoticeFile(disaster.state, shelf.current));
      await next;
    } catch (error) {
      if (!signal.aborted) failed(error);
      await Promise.race([next, setTimeout(retryAfter, undefined, { signal, ref: false }).catch(() => {})]);
    }
  }
}
