import { createEditionFolder } from '../edition/edition-folder.ts';
import type { Edition } from './editions/edition.ts';
import { isForgotten } from './editions/leave-editions.ts';

/** More than anybody leaves a line as it is. */
const longUnchanged = 5 * 366 * 24 * 3_600_000;

/** What a start can tell about the clock: nothing was published in the future, or half a decade ago. */
export function clockTroubleAt(now: number, publishedAt: number): string | null {
  const day = (moment: number) => new Date(moment).toISOString().slice(0, 10);
  const ahead = now - publishedAt;
  if (ahead >= -60_000 && ahead <= longUnchanged) return null;
  return `It says ${day(now)}, and the last edition was published on ${day(publishedAt)}; set the clock and restart.`;
}

/** What becomes of calls, and what can be done, when a database was lost or another one put in its place. */
export const whatIfForgotten =
  'Callers go on hearing it. Put the backup of kotozute.db back, or publish in the console: that takes its place.';

/** Whether callers hear another edition than the one with which a database begins that knows of no publication. */
export async function isAnotherLive(dataFolder: string, current: Pick<Edition, 'hash'>): Promise<boolean> {
  const live = await createEditionFolder(dataFolder)
    .readPointer()
    .catch(() => null);
  return isForgotten(live, current);
}
