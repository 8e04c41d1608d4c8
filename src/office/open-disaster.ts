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
import { type DisasterPlace, type DisasterPlaces, readState } from './disaster/disaster-places.ts';
import { nothingOn } from './disaster/disaster-state.ts';
import { createDisasterSwitch, type DisasterSwitch } from './disaster/disaster-switch.ts';
import { followDisaster } from './disaster/follow-disaster.ts';
import { speakNotices } from './disaster/speak-notice.ts';
import type { OfficeShelf } from './editions/office-shelf.ts';
import { createTextPlace } from './files/text-place.ts';
import type { Office } from './open-office.ts';

/** The disaster notice: the switch, who may move it, and where it is kept. */
export interface DisasterControl {
  readonly disaster: DisasterSwitch;
  readonly desk: DisasterDesk;
  readonly places: DisasterPlaces;
  readonly approved: ApprovedLanguages;
}

const name = 'disaster';

/** Where it is kept: a file in DATA_DIR, and the database where there is one. */
export const disasterPlaces = ({ dataFolder }: Pick<Config, 'dataFolder'>, office: Office | null): DisasterPlaces => ({
  file: createTextPlace(join(dataFolder, `${name}.json`)),
  database: office && {
    read: () => office.memos.read(name),
    write: (text) => office.memos.write(name, text),
  },
  // Whoever moved the switch and whoever follows it may both write it down, in one process or in several: once is enough.
  audit:
    office &&
    ((entry) =>
      office.editions.transaction(async ({ audit }) => {
        if (!(await audit.has(entry))) await audit.add(entry);
      })),
});

export interface DisasterParts {
  readonly config: Pick<Config, 'dataFolder'>;
  readonly office: Office | null;
  /** What a service that runs has in memory; for commands beside it. */
  readonly service?: DisasterPlace | null;
  /** What callers hear now. */
  readonly line: () => LineFile;
  readonly approved: ApprovedLanguages;
  readonly clock: () => number;
  /** The machine's unless told otherwise. */
  readonly stopwatch?: Stopwatch;
  readonly log: Logger;
}

/** Finds out how things stand. What cannot be read counts as never switched on, is told, and comes back as `unread`. */
export async function openDisaster(
  parts: DisasterParts,
): Promise<DisasterControl & { readonly unread: readonly unknown[] }> {
  const { config, office, service = null, line, approved, clock, stopwatch = machineStopwatch, log } = parts;
  const places = { ...disasterPlaces(config, office), service };
  const { state, failures } = await readState(places);
  for (const error of failures) log.error({ why: messageOf(error) }, 'the disaster notice cannot be read everywhere');
  // A line passes over what is older than it knows: when both places are lost, counting goes on from what was left for it.
  const left = await readNoticeFile(config.dataFolder).catch(() => null);
  const revision = Math.max(state?.revision ?? 0, left?.revision ?? 0);
  const disaster = createDisasterSwitch({ clock, stopwatch }, { ...(state ?? nothingOn), revision });
  if (disaster.noticeNow()) log.warn('a disaster notice is on');
  const desk = createDisasterDesk({ disaster, places, line, approved, clock });
  return { disaster, desk, places, approved, unread: failures };
}

/** What the notice needs while the line runs. Ends with the signal. */
export function attendDisaster(
  { disaster, places, approved }: DisasterControl,
  { shelf, narrator, log }: { shelf: OfficeShelf; narrator: SpeakingNarrator; log: Logger },
  signal: AbortSignal,
): void {
  const told = (what: string) => (error: unknown) => {
    if (!signal.aborted) log.error({ why: messageOf(error) }, what);
  };
  const unkept = told('the disaster notice cannot be kept or looked up everywhere; it holds all the same');
  followDisaster({ disaster, places, approved, failed: unkept }, signal).catch(unkept);
  const unspoken = told('a sentence of the disaster notice could not be spoken; it is said by <Say>');
  const failed = (failures: readonly unknown[]) => failures.forEach(unspoken);
  speakNotices(disaster, shelf, narrator, failed, signal).catch(unspoken);
}
