import { messageOf } from '../common/errors.ts';
import type { Config } from '../config.ts';
import { createEditionFolder } from '../edition/edition-folder.ts';
import type { OfficeEdition } from './editions/edition.ts';
import { highestHeard, type RestoredBackup, readRestoredBackup } from './editions/restored-backup.ts';
import { isForgotten } from './editions/write-editions.ts';
import { createNoteFile } from './files/note-file.ts';
import type { Office } from './open-office.ts';

/**
 * The longest time, in milliseconds, for which a line may stay unchanged: about five years. A longer time means that
 * the clock is probably wrong.
 */
const maxUnchanged = 5 * 366 * 24 * 3_600_000;

/**
 * Checks the clock against the last publication. The clock is wrong if the publication is more than a minute in the
 * future, and probably wrong if it is more than five years old.
 * @returns the problem; null if there is none
 */
function clockProblemAt(now: number, publishedAt: number): string | null {
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const ahead = now - publishedAt;
  if (ahead >= -60_000 && ahead <= maxUnchanged) return null;
  return `It says ${day(now)}, and the last edition was published on ${day(publishedAt)}; set the clock and restart.`;
}

/**
 * Whether callers hear a published edition other than `current`.
 * @param current the edition that the office has in memory
 */
export const isAnotherLive = async (dataFolder: string, current: Pick<OfficeEdition, 'hash'>): Promise<boolean> =>
  isForgotten(await readLive(dataFolder), current);

/** The line's pointer; null if there is none that can be read. */
const readLive = (dataFolder: string) => createEditionFolder(dataFolder).pointerIfReadable();

interface Started {
  readonly config: Pick<Config, 'dataFolder'>;
  /** Null if the database could not be opened. */
  readonly office: Pick<Office, 'editions'> | null;
  readonly current: Pick<OfficeEdition, 'hash'>;
  /** When `current` was published, in milliseconds since the epoch; null if it was not. */
  readonly publishedAt: number | null;
  readonly now: number;
}

interface StartProblems {
  /** Whether the database does not know the edition that is live, because the database was lost or replaced. */
  readonly isLiveForgotten: boolean;
  readonly restoredBackup: RestoredBackup | null;
}

/**
 * Finds out whether the database was lost or put back from a backup, and whether the clock seems wrong. Logs each
 * problem.
 * @param tell logs a problem, and what to do about it
 * @throws StorageError when the database cannot be read
 */
export async function findStartProblems(
  { config: { dataFolder }, office, current, publishedAt, now }: Started,
  tell: (problem: string) => (why: string) => void,
): Promise<StartProblems> {
  const before = await readLive(dataFolder);
  const isLiveForgotten = office !== null && publishedAt === null && isForgotten(before, current);
  if (isLiveForgotten)
    tell('the database does not know the edition that is live')(
      'Callers go on hearing that edition. Put the backup of kotozute.db back, or publish a new edition in the console.',
    );
  else if (office !== null && publishedAt === null && (before?.number ?? 0) > 0)
    tell('the database was lost, with its accounts, approvals and history')(
      'Callers go on hearing the edition of the prompts folder. Put the backup of kotozute.db back, or continue with the new database.',
    );
  const notKept = (error: unknown) =>
    tell(
      'the highest publication number that callers heard could not be stored; publication numbers may be used twice',
    )(messageOf(error));
  const note = createNoteFile(dataFolder, 'heard.json', highestHeard);
  const heard = { live: before?.number ?? 0, note };
  const restoredBackup = office && (await readRestoredBackup(heard, office.editions, notKept));
  if (restoredBackup)
    tell('the database is older than what callers heard')(
      'A backup was put back. Callers now hear its newest edition; publish again what was published after the backup.',
    );
  const clockProblem = publishedAt === null ? null : clockProblemAt(now, publishedAt);
  if (clockProblem) tell('the clock of this machine seems wrong; opening hours and dates depend on it')(clockProblem);
  return { isLiveForgotten, restoredBackup };
}
