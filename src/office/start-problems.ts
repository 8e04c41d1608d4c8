import { createEditionFolder } from '../edition/edition-folder.ts';
import type { Edition } from './editions/edition.ts';
import { isForgotten } from './editions/write-editions.ts';

/** Five years in milliseconds: nobody leaves a line unchanged for longer. */
const maxUnchanged = 5 * 366 * 24 * 3_600_000;

/**
 * Checks the clock. The last publication cannot be in the future, and is hardly five years ago. @returns the problem, or null
 */
export function clockProblemAt(now: number, publishedAt: number): string | null {
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const ahead = now - publishedAt;
  if (ahead >= -60_000 && ahead <= maxUnchanged) return null;
  return `It says ${day(now)}, and the last edition was published on ${day(publishedAt)}; set the clock and restart.`;
}

/** For the log, if the database was lost or replaced: what callers hear, and what to do. */
export const whatIfForgotten =
  'Callers go on hearing it. Put the backup of kotozute.db back, or publish in the console: that takes its place.';

/**
 * Whether callers hear an edition other than `current`, the edition with which a database without publications starts.
 */
export async function isAnotherLive(dataFolder: string, current: Pick<Edition, 'hash'>): Promise<boolean> {
  const live = await createEditionFolder(dataFolder)
    .readPointer()
    .catch(() => null);
  return isForgotten(live, current);
}
