import { z } from 'zod';
import { createEditionFolder } from '../../edition/edition-folder.ts';
import type { EditionStores, MemoStore } from './edition-records.ts';

const restored = z.object({
  /** The number of the newest publication in the database. */
  newest: z.int(),
  /** The number of the publication that callers heard before the backup was put back. */
  heard: z.int(),
});

/** A database that was put back from a backup: callers have heard a later publication than the newest one in it. */
export type RestoredBackup = z.infer<typeof restored>;

const memo = 'restored-backup';

/**
 * Finds out whether the database was put back from a backup. Call this at the start, before the line's pointer is written anew:
 * until then, the pointer names the publication that callers heard before. The finding is remembered in the database for later
 * starts.
 * @param failed called if the finding cannot be remembered
 * @returns null if the database was not put back, or if something has been published since
 * @throws StorageError when the database cannot be read
 */
export async function readRestoredBackup(
  dataFolder: string,
  editions: Pick<EditionStores, 'publications'>,
  memos: MemoStore,
  failed: (error: unknown) => void,
): Promise<RestoredBackup | null> {
  const [newest] = await editions.publications(1);
  if (!newest) return null;
  const live = await createEditionFolder(dataFolder)
    .readPointer()
    .catch(() => null);
  if (live !== null && live.number > newest.number) {
    const found = { newest: newest.number, heard: live.number };
    // If this cannot be remembered, numbers that callers have heard are given again, and the next start does not know of it.
    await memos.write(memo, JSON.stringify(found)).catch(failed);
    return found;
  }
  return readKnown(memos, newest.number);
}

/** What is remembered of a backup after which nothing has been published; null if there is none. */
async function readKnown(memos: MemoStore, newest: number): Promise<RestoredBackup | null> {
  const known = restored.nullable().safeParse(parseJson(await memos.read(memo)));
  return known.success && known.data?.newest === newest ? known.data : null;
}

/**
 * The number of the latest publication that callers have ever heard. After a backup was put back, it is higher than the newest number
 * in the database. Numbers that callers have heard, and that stand on papers, are not given to another edition.
 * @param newest the newest number in the database; 0 for none
 */
export const latestHeard = async (memos: MemoStore, newest: number): Promise<number> =>
  (await readKnown(memos, newest))?.heard ?? newest;

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The number of the next new edition. After a backup was put back it is higher than every number of a publication that callers have
 * heard: there are at most as many editions as publications, so no edition had it before.
 * @param basedOn the number of the publication that is live; 0 for none
 */
export async function nextEditionNumber(
  { list, memos }: Pick<EditionStores, 'list' | 'memos'>,
  basedOn: number,
): Promise<number> {
  const [newest] = await list(1);
  const last = await latestHeard(memos, basedOn);
  return Math.max(newest?.number ?? 0, last > basedOn ? last : 0) + 1;
}
