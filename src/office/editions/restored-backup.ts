import { z } from 'zod';
import type { EditionStores, MemoStore } from './edition-records.ts';

/** A database that was put back from a backup: callers have heard a later publication than the newest one in it. */
export interface RestoredBackup {
  /** The number of the newest publication in the database. */
  readonly newest: number;
  /** The highest number of a publication that callers have heard. */
  readonly heard: number;
}

/** The highest number of a publication that callers have heard; 0 for none. */
export const highestHeard = z.object({ number: z.int().min(0) });

/** What is known outside the database about the publications that callers have heard. */
interface HeardBefore {
  /**
   * The number of the publication that the line's pointer names; 0 for none. Read it before the pointer is written
   * again.
   */
  readonly live: number;
  /**
   * A file with the highest number. The number is in the database too, but is lost there when a backup is put back
   * again.
   */
  readonly note: {
    read(): Promise<z.infer<typeof highestHeard> | null>;
    write(value: z.infer<typeof highestHeard>): Promise<void>;
  };
}

const memo = 'highest-heard';

/**
 * Finds out whether the database was put back from a backup, or lost. If so, stores the highest number that callers
 * have heard in the note and in the database, so that `nextPublicationNumber` and `nextEditionNumber` continue after
 * it.
 * @param failed called if the number cannot be stored
 * @returns null if the database was not put back, if something has been published since, or if the database has no
 * publications
 * @throws StorageError when the database cannot be read
 */
export async function readRestoredBackup(
  { live, note }: HeardBefore,
  { publications, memos }: Pick<EditionStores, 'publications' | 'memos'>,
  failed: (error: unknown) => void,
): Promise<RestoredBackup | null> {
  const [last] = await publications(1);
  const newest = last?.number ?? 0;
  const noted = (await note.read())?.number ?? 0;
  const heard = Math.max(live, noted);
  if (heard <= newest) return null;
  // If the number cannot be stored, numbers that callers have heard may be given again.
  if (heard > noted) await note.write({ number: heard }).catch(failed);
  if (heard > (await readHeard(memos))) await memos.write(memo, JSON.stringify({ number: heard })).catch(failed);
  return last ? { newest, heard } : null;
}

async function readHeard(memos: MemoStore): Promise<number> {
  const known = highestHeard.safeParse(parseJson(await memos.read(memo)));
  return known.success ? known.data.number : 0;
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * The number of the next publication. The numbers of publications that callers have heard are not given again, even
 * after a backup was put back, because they may be printed on paper.
 * @param newest the number of the newest publication in the database; 0 for none
 */
export const nextPublicationNumber = async (memos: MemoStore, newest: number): Promise<number> =>
  Math.max(newest, await readHeard(memos)) + 1;

/**
 * The number of the next new edition. The number of an edition is never higher than that of its first publication. So a
 * number higher than those of all publications that callers have heard belongs to no edition that they have heard.
 */
export async function nextEditionNumber({ list, memos }: Pick<EditionStores, 'list' | 'memos'>): Promise<number> {
  const [newest] = await list(1);
  return Math.max(newest?.number ?? 0, await readHeard(memos)) + 1;
}
