import { setTimeout } from 'node:timers/promises';
import { keptEditions } from '../../edition/edition.ts';
import type { EditionFolder, LivePointer } from '../../edition/edition-folder.ts';
import { createEdition, type OfficeEdition, type OfficeShelf } from './edition.ts';
import { draftOf } from './edition-content.ts';
import type { EditionRecords, Publication } from './edition-records.ts';
import { toEditionFileInSteps } from './to-edition-file.ts';

/**
 * Milliseconds for which a call can stay on an edition that is no longer live: more than the longest call takes, which
 * has `limits.turnsPerCall` turns and a transfer.
 */
export const longestCall = 5 * 3_600_000;

/** Maximum number of publications that are considered; no office makes more in five hours. */
const mostPublications = 100;

/**
 * Milliseconds between two checks that the files still exist. The edition that is published first is usually the one
 * that callers already hear. The shelf does not report such a publication, so the checks are more frequent until the
 * first one.
 */
export const lookEvery = { usually: 60_000, first: 2000 } as const;

interface WriteEditionsParts {
  readonly shelf: OfficeShelf;
  /** Null while the database is unavailable; then only the current edition is written. */
  readonly records: Pick<EditionRecords, 'publications' | 'find'> | null;
  readonly folder: EditionFolder;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes files for the line: the live edition and every edition that a call may still be using. Writes them at the
 * start and whenever another edition goes live, and writes a file again when it is missing or damaged. Runs until the
 * signal is aborted.
 */
export async function writeEditions(parts: WriteEditionsParts, signal: AbortSignal): Promise<void> {
  const { shelf, failed } = parts;
  while (!signal.aborted) {
    const next = shelf.published();
    let wait: number = lookEvery.usually;
    try {
      if (!(await writeEditionsNow(parts))) wait = lookEvery.first;
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
    await Promise.race([next, setTimeout(wait, undefined, { signal, ref: false }).catch(() => {})]);
  }
}

/**
 * Whether callers hear a published edition other than the current one. If so, and if the database has no publications,
 * the database was lost or replaced. The edition with which the office then starts must not replace the live one; a
 * person has to publish.
 */
export const isForgotten = (live: LivePointer | null, { hash }: Pick<OfficeEdition, 'hash'>): boolean =>
  live !== null && live.number > 0 && live.edition !== hash;

/**
 * Writes the files that are needed now, and the pointer, and deletes the files of other editions. Without a database,
 * deletes nothing.
 * @returns whether anything was ever published; true if that is unknown because there is no database
 * @throws any error of the folder or the database
 */
export async function writeEditionsNow({ shelf, records, folder, clock }: WriteEditionsParts): Promise<boolean> {
  const { current } = shelf;
  await writeIfMissing(folder, current);
  const publications = (await records?.publications(mostPublications)) ?? [];
  const [live] = publications;
  const before = await folder.pointerIfReadable();
  const number = live?.number ?? 0;
  // If the database names another edition, that one was just published, and the shelf follows within seconds.
  const isNewest = live ? live.edition === current.hash : !isForgotten(before, current);
  const isOurs = records ? isNewest : !before;
  // A lower number also replaces the pointer: the database may have been restored from a backup, and the database
  // decides.
  const isNew = before?.number !== number || before.edition !== current.hash;
  const point = async () => {
    if (isOurs && isNew) await folder.writePointer({ number, edition: current.hash });
  };
  if (!records) {
    await point();
    return true;
  }
  // A line answers as soon as the pointer names an edition that it can read. Calls in progress may need earlier
  // editions, for example after an update of the program, so their files are written before the pointer.
  if (!before || !(await isIntact(folder, before.edition)))
    await writeMissing(folder, records, liveLately(publications, clock()));
  await point();
  const pointer = await folder.pointerIfReadable();
  const needed = new Set([current.hash, ...(pointer ? [pointer.edition] : []), ...liveLately(publications, clock())]);
  await writeMissing(folder, records, needed);
  await folder.keepOnly(needed);
  return live !== undefined;
}

/**
 * The live edition and those that were live in the last five hours. Besides the live one, there are at least
 * `keptEditions`, if so many were ever live.
 */
function liveLately(publications: readonly Publication[], now: number): Set<string> {
  const needed = new Set<string>();
  for (const [index, { edition }] of publications.entries()) {
    const endedAt = publications[index - 1]?.at ?? Number.POSITIVE_INFINITY;
    if (needed.size > keptEditions && now - endedAt > longestCall) break;
    needed.add(edition);
  }
  return needed;
}

async function writeMissing(
  folder: EditionFolder,
  records: Pick<EditionRecords, 'find'>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  for (const hash of hashes) {
    if (await isIntact(folder, hash)) continue;
    const record = await records.find(hash);
    if (record) await folder.write(await toEditionFileInSteps(createEdition(draftOf(record), record.engine)));
  }
}

async function writeIfMissing(folder: EditionFolder, edition: OfficeEdition): Promise<void> {
  if (!(await isIntact(folder, edition.hash))) await folder.write(await toEditionFileInSteps(edition));
}

/**
 * A file that is damaged, or in a format that this version cannot read, counts as missing, so that it is written again.
 */
const isIntact = async (folder: EditionFolder, hash: string): Promise<boolean> =>
  (await folder.read(hash).catch(() => null)) !== null;
