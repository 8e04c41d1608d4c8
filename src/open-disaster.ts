import { join } from 'node:path';
import type { Logger } from 'pino';
import { createTextPlace } from './adapters/files/text-place.ts';
import type { Config } from './config.ts';
import type { ApprovedLanguages } from './disaster/approved-languages.ts';
import { createDisasterDesk, type DisasterDesk } from './disaster/disaster-desk.ts';
import { type DisasterPlaces, readState } from './disaster/disaster-places.ts';
import { createDisasterSwitch, type DisasterSwitch } from './disaster/disaster-switch.ts';
import { followDisaster } from './disaster/follow-disaster.ts';
import { speakNotices } from './disaster/speak-notice.ts';
import type { EditionShelf } from './editions/edition-shelf.ts';
import { messageOf } from './errors.ts';
import type { Office } from './open-office.ts';
import type { LineFile } from './prompts/line-file.ts';
import type { Narrator } from './speech/narrator.ts';

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
  audit: office && ((entry) => office.editions.audit.add(entry)),
});

export interface DisasterParts {
  readonly config: Pick<Config, 'dataFolder'>;
  readonly office: Office | null;
  /** What callers hear now. */
  readonly line: () => LineFile;
  readonly approved: ApprovedLanguages;
  readonly clock: () => number;
  readonly log: Logger;
}

/** Finds out how things stand. What cannot be read counts as never switched on, and is told. */
export async function openDisaster(parts: DisasterParts): Promise<DisasterControl> {
  const { config, office, line, approved, clock, log } = parts;
  const places = disasterPlaces(config, office);
  const { state, failures } = await readState(places);
  for (const error of failures) log.error({ why: messageOf(error) }, 'the disaster notice cannot be read everywhere');
  const disaster = createDisasterSwitch(state ?? undefined);
  if (disaster.noticeAt(clock())) log.warn('a disaster notice is on');
  return { disaster, desk: createDisasterDesk({ disaster, places, line, approved, clock }), places, approved };
}

/** What the notice needs while the line runs. Ends with the signal. */
export function attendDisaster(
  { disaster, places, approved }: DisasterControl,
  { shelf, narrator, clock, log }: { shelf: EditionShelf; narrator: Narrator; clock: () => number; log: Logger },
  signal: AbortSignal,
): void {
  const told = (what: string) => (error: unknown) => {
    if (!signal.aborted) log.error({ why: messageOf(error) }, what);
  };
  const unkept = told('the disaster notice cannot be kept or looked up everywhere; it holds all the same');
  followDisaster({ disaster, places, approved, clock, failed: unkept }, signal).catch(unkept);
  const unspoken = told('a sentence of the disaster notice could not be spoken; it is said by <Say>');
  const failed = (failures: readonly unknown[]) => failures.forEach(unspoken);
  speakNotices(disaster, shelf, narrator, clock, failed, signal).catch(unspoken);
}
