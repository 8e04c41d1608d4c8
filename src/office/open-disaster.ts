import { join } from 'node:path';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import { machineStopwatch, type Stopwatch } from '../common/stopwatch.ts';
import type { Config } from '../config.ts';
import { readNoticeFile } from '../edition/notice-file.ts';
import type { SpeakingNarrator } from '../speech/narration.ts';
import type { LineFile } from '../words/line-file.ts';
import type { ApprovedLanguages } from './disaster/approved-languages.ts';
import { createDisasterDesk, type DisasterDesk } from './disaster/disaster-desk.ts';
import { nothingOn } from './disaster/disaster-state.ts';
import { type DisasterStore, type DisasterStores, readState } from './disaster/disaster-stores.ts';
import { createDisasterSwitch, type DisasterSwitch } from './disaster/disaster-switch.ts';
import { followDisaster } from './disaster/follow-disaster.ts';
import { speakNotices } from './disaster/speak-notice.ts';
import type { OfficeShelf } from './editions/edition.ts';
import { createTextFile } from './files/text-file.ts';
import type { Office } from './open-office.ts';

/** The disaster notice: the switch, who may move it, and where it is stored. */
export interface DisasterControl {
  readonly disaster: DisasterSwitch;
  readonly desk: DisasterDesk;
  readonly stores: DisasterStores;
  readonly approved: ApprovedLanguages;
}

const name = 'disaster';

/** Where the state is stored: a file in DATA_DIR, and the database if there is one. */
export const disasterStores = ({ dataFolder }: Pick<Config, 'dataFolder'>, office: Office | null): DisasterStores => ({
  file: createTextFile(join(dataFolder, `${name}.json`)),
  database: office && {
    read: () => office.memos.read(name),
    write: (text) => office.memos.write(name, text),
  },
  // Several processes may try to write the same entry: the one that moved the switch, and those that follow the switch.
  // The entry is stored only once.
  audit:
    office &&
    ((entry) =>
      office.editions.transaction(async ({ audit }) => {
        if (!(await audit.has(entry))) await audit.add(entry);
      })),
});

interface DisasterParts {
  readonly config: Pick<Config, 'dataFolder'>;
  readonly office: Office | null;
  /** The switch in the memory of a running service, for commands on the same machine. */
  readonly service?: DisasterStore | null;
  /** The line that callers hear now. */
  readonly line: () => LineFile;
  readonly approved: ApprovedLanguages;
  readonly clock: () => number;
  /** The machine's stopwatch by default. */
  readonly stopwatch?: Stopwatch;
  readonly log: Logger;
}

/**
 * Loads the state of the switch. If no store can be read, the switch counts as never switched on. Errors are logged and
 * returned as `unread`.
 */
export async function openDisaster(
  parts: DisasterParts,
): Promise<DisasterControl & { readonly unread: readonly unknown[] }> {
  const { config, office, service = null, line, approved, clock, stopwatch = machineStopwatch, log } = parts;
  const stores = { ...disasterStores(config, office), service };
  const { state, failures } = await readState(stores);
  for (const error of failures) log.error({ why: messageOf(error) }, 'the disaster notice cannot be read everywhere');
  // A line ignores revisions lower than the one that it knows. So if both stores are lost, counting continues from the
  // revision in the line's notice file.
  const forLine = await readNoticeFile(config.dataFolder).catch(() => null);
  const revision = Math.max(state?.revision ?? 0, forLine?.revision ?? 0);
  const disaster = createDisasterSwitch({ clock, stopwatch }, { ...(state ?? nothingOn), revision });
  if (disaster.noticeNow()) log.warn('a disaster notice is on');
  const desk = createDisasterDesk({ disaster, stores, line, approved, clock });
  return { disaster, desk, stores, approved, unread: failures };
}

/** Starts the background work for the notice. The work continues until the signal is aborted. */
export function startDisasterTasks(
  { disaster, stores, approved }: DisasterControl,
  { shelf, narrator, log }: { shelf: OfficeShelf; narrator: SpeakingNarrator; log: Logger },
  signal: AbortSignal,
): void {
  const logError = (message: string) => (error: unknown) => {
    if (!signal.aborted) log.error({ why: messageOf(error) }, message);
  };
  const notSaved = logError('the disaster notice cannot be saved or read everywhere; it stays in effect');
  followDisaster({ disaster, stores, approved, failed: notSaved }, signal).catch(notSaved);
  const notSpoken = logError('a sentence of the disaster notice could not be spoken; callers hear it by <Say>');
  const failed = (failures: readonly unknown[]) => failures.forEach(notSpoken);
  speakNotices(disaster, shelf, narrator, failed, signal).catch(notSpoken);
}
