import { z } from 'zod';
import type { LanguageTag } from '../../call/line.ts';
import { byName, recordOf } from '../../words/by-name.ts';
import type { MemoStore } from '../editions/start-editions.ts';
import type { AuditTrail } from '../staff/audit-entry.ts';
import { type Actor, whoIs } from '../staff/desk/actor.ts';
import { keysOnLeaflet, type Leaflet } from './leaflet.ts';

/** When a leaflet was last printed, and with which numbers and keys. */
const print = z.object({ keys: z.string(), edition: z.string(), at: z.number(), who: z.string() });
type Print = z.infer<typeof print>;

const prints = recordOf(z.string(), print);

/** The last print of each language. */
type Prints = Readonly<Record<LanguageTag, Print | undefined>>;

const memo = 'leaflet-prints';

/** @throws StorageError if the database cannot be read */
export async function readPrints(memos: Pick<MemoStore, 'read'>): Promise<Prints> {
  const text = await memos.read(memo);
  return text === null ? byName<Print>([]) : prints.parse(JSON.parse(text));
}

/** Whether the last printed leaflet has keys or numbers that are no longer right. */
export const isOutdated = (last: Print | undefined, leaflet: Leaflet): boolean =>
  last !== undefined && last.keys !== keysOnLeaflet(leaflet);

interface PrintParts {
  readonly memos: MemoStore;
  readonly audit: AuditTrail;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** Records that a leaflet was printed. @throws StorageError if the record cannot be saved */
export async function recordPrint(
  { memos, audit, clock }: PrintParts,
  actor: Actor,
  edition: string,
  leaflet: Leaflet,
): Promise<void> {
  const at = clock();
  const before = await readPrints(memos);
  const printed: Print = { keys: keysOnLeaflet(leaflet), edition, at, who: actor.accountName };
  await memos.write(memo, JSON.stringify({ ...before, [leaflet.language]: printed }));
  const about = { language: leaflet.language, edition: edition.slice(0, 10) };
  await audit.add({ at, who: whoIs(actor), act: 'leaflet-printed', about });
}
