import { setTimeout } from 'node:timers/promises';
import { keptEditions } from '../../edition/edition.ts';
import type { EditionFolder, LivePointer } from '../../edition/edition-folder.ts';
import { createEdition, type Edition } from './edition.ts';
import { draftOf } from './edition-content.ts';
import type { Publication } from './edition-record.ts';
import type { EditionRecords } from './edition-records.ts';
import type { OfficeShelf } from './office-shelf.ts';
import { toEditionFileCalmly } from './to-edition-file.ts';

/** Milliseconds for which a call can stand on an edition that is no longer live: eighty turns, and a transfer. */
export const longestCall = 5 * 3_600_000;

/** Publications that are looked at; more in five hours nobody makes. */
const mostPublications = 100;

/**
 * Milliseconds between two looks at whether the files are still there; and until the first publication, which makes the edition
 * that calls hear already the live one.
 */
const lookEvery = { usually: 60_000, first: 2000 } as const;

/** What the office leaves for the line. */
export interface EditionsLeft {
  readonly shelf: OfficeShelf;
  /** Null while the database cannot be had: then only what is live now is left. */
  readonly records: Pick<EditionRecords, 'publications' | 'find'> | null;
  readonly folder: EditionFolder;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly failed: (error: unknown) => void;
}

/**
 * Leaves the live edition as a file, and beside it every edition that a call can still stand on: at once, whenever another goes
 * live, and again when a file is gone or damaged. Ends with the signal.
 */
export async function leaveEditions(left: EditionsLeft, signal: AbortSignal): Promise<void> {
  const { shelf, failed } = left;
  while (!signal.aborted) {
    const next = shelf.published();
    let wait: number = lookEvery.usually;
    try {
      if (!(await leaveNow(left))) wait = lookEvery.first;
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
    await Promise.race([next, setTimeout(wait, undefined, { signal, ref: false }).catch(() => {})]);
  }
}

/**
 * Whether callers hear an edition that a database without any publication does not know: it was lost, or another one was put in
 * its place. What it begins with must not take the place of what is live; somebody has to publish.
 */
export const isForgotten = (live: LivePointer | null, { hash }: Pick<Edition, 'hash'>): boolean =>
  live !== null && live.number > 0 && live.edition !== hash;

/**
 * Leaves what is needed at this moment.
 * @returns whether anything was ever published, as far as can be known
 * @throws whatever the folder or the database says
 */
export async function leaveNow({ shelf, records, folder, clock }: EditionsLeft): Promise<boolean> {
  const { current } = shelf;
  await leave(folder, current);
  const publications = (await records?.publications(mostPublications)) ?? [];
  const [live] = publications;
  const before = await folder.readPointer().catch(() => null);
  const number = live?.number ?? 0;
  // Where the database says something else, another process has just published: this one follows within moments.
  const isNewest = live ? live.edition === current.hash : !isForgotten(before, current);
  const isOurs = records ? isNewest : !before;
  // Lower numbers too: a database that was restored from a backup is right.
  const isNew = before?.number !== number || before.edition !== current.hash;
  const point = async () => {
    if (isOurs && isNew) await folder.writePointer({ number, edition: current.hash });
  };
  if (!records) {
    await point();
    return true;
  }
  // A line answers from the moment at which there is a pointer. Where it has no edition yet, after an update of the program,
  // calls that began on earlier ones must find them.
  if (!before || !(await isThere(folder, before.edition)))
    await leaveAll(folder, records, earlier(publications, clock()));
  await point();
  const pointer = await folder.readPointer().catch(() => null);
  const needed = new Set([current.hash, ...(pointer ? [pointer.edition] : []), ...earlier(publications, clock())]);
  await leaveAll(folder, records, needed);
  await folder.keepOnly(needed);
  return live !== undefined;
}

/** The editions that were live in the last five hours, and at least so many. */
function earlier(publications: readonly Publication[], now: number): Set<string> {
  const needed = new Set<string>();
  for (const [index, { edition }] of publications.entries()) {
    const endedAt = publications[index - 1]?.at ?? Number.POSITIVE_INFINITY;
    if (needed.size > keptEditions && now - endedAt > longestCall) break;
    needed.add(edition);
  }
  return needed;
}

async function leaveAll(
  folder: EditionFolder,
  records: Pick<EditionRecords, 'find'>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  for (const hash of hashes) {
    if (await isThere(folder, hash)) continue;
    const record = await records.find(hash);
    if (record) await folder.write(await toEditionFileCalmly(createEdition(draftOf(record), record.engine)));
  }
}

async function leave(folder: EditionFolder, edition: Edition): Promise<void> {
  if (!(await isThere(folder, edition.hash))) await folder.write(await toEditionFileCalmly(edition));
}

/** One that is damaged, or that another version wrote, is written again. */
const isThere = async (folder: EditionFolder, hash: string): Promise<boolean> =>
  (await folder.read(hash).catch(() => null)) !== null;
