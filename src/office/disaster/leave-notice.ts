import { setTimeout } from 'node:timers/promises';
import { disasterPrompts } from '../../call/disaster.ts';
import type { NoticeFile, SwitchedNotice } from '../../edition/notice-file.ts';
import type { Edition } from '../editions/edition.ts';
import type { OfficeShelf } from '../editions/office-shelf.ts';
import { momentSentences } from '../editions/to-edition-file.ts';
import { type DisasterState, toNotice } from './disaster-state.ts';
import type { DisasterSwitch } from './disaster-switch.ts';

/**
 * How the switch stands, as the line reads it: with the sentence that names the moment in every language of an edition, because
 * the line has words but no rules to put a moment into them.
 */
export function toNoticeFile({ revision, on }: Pick<DisasterState, 'revision' | 'on'>, edition: Edition): NoticeFile {
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

/** The same for a command beside a line, which has no edition at hand: the moment is left unsaid until an office says it. */
export const toBareNotice = ({ revision, on }: Pick<DisasterState, 'revision' | 'on'>): NoticeFile => ({
  revision,
  notice: on && { told: toNotice(on), since: on.since, until: on.until, moment: [] },
});

/** Milliseconds until what could not be written is tried again. */
const retryAfter = 1000;

/** What is needed to leave how the switch stands for the line. */
export interface NoticesLeft {
  readonly disaster: Pick<DisasterSwitch, 'state' | 'changed'>;
  readonly shelf: Pick<OfficeShelf, 'current' | 'published'>;
  readonly write: (file: NoticeFile) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

/** Leaves how the switch stands: at once, and whenever it or the edition has changed. Ends with the signal. */
export async function leaveNotices(
  { disaster, shelf, write, failed }: NoticesLeft,
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
