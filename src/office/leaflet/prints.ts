import { z } from 'zod';
import type { LanguageTag } from '../../call/line.ts';
import { byName, recordOf } from '../../words/by-name.ts';
import type { EditionRecords, MemoStore } from '../editions/edition-records.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { keysOnLeaflet, type Leaflet } from './leaflet.ts';

/** When and by whom a leaflet was last printed, of which edition, and with which telephone numbers and keys. */
const print = z.object({ keys: z.string(), edition: z.string(), at: z.number(), who: z.string() });
type Print = z.infer<typeof print>;

const prints = recordOf(z.string(), print);

/** The last print of each language. */
type Prints = Readonly<Record<LanguageTag, Print | undefined>>;

const memo = 'leaflet-prints';

/** @throws StorageError if the database cannot be read */
export async function readPrints(memos: Pick<MemoStore, 'read'>): Promise<Prints> {
  const text = await memos.read(memo);
  try {
    return prints.parse(JSON.parse(text ?? '{}'));
  } catch {
    // If a damaged record were an error, it could never be replaced, because each new print is added to what was read.
    return byName<Print>([]);
  }
}

/**
 * Whether the last printed leaflet has keys or telephone numbers that are no longer right. False if none was printed.
 */
export const isOutdated = (last: Print | undefined, leaflet: Leaflet): boolean =>
  last !== undefined && last.keys !== keysOnLeaflet(leaflet);

interface PrintParts {
  readonly records: Pick<EditionRecords, 'transaction'>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Records that a leaflet was printed. @throws StorageError if the record cannot be saved */
export async function recordPrint(
  { records, clock }: PrintParts,
  actor: Actor,
  edition: string,
  leaflet: Leaflet,
): Promise<void> {
  const at = clock();
  const printed: Print = { keys: keysOnLeaflet(leaflet), edition, at, who: actor.accountName };
  const about = { language: leaflet.language, edition: edition.slice(0, 10) };
  await records.transaction(async ({ memos, audit }) => {
    const before = await readPrints(memos);
    await memos.write(memo, JSON.stringify({ ...before, [leaflet.language]: printed }));
    await audit.add({ at, who: whoIs(actor), act: 'leaflet-printed', about });
  });
}
