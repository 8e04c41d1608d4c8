import { setTimeout } from 'node:timers/promises';
import { keptEditions } from '../../edition/edition.ts';
import { createEdition } from './edition.ts';
import { draftOf } from './edition-content.ts';
import type { EditionRecords } from './edition-records.ts';
import type { OfficeShelf } from './office-shelf.ts';
import { prepareForCalls } from './shelf-for-calls.ts';

/** Puts the editions that calls may still be on beside the current one: a restart moves no call to other words. */
export async function rememberEditions(records: EditionRecords, shelf: OfficeShelf): Promise<void> {
  for (const { edition: hash } of await records.publications(keptEditions)) {
    if (shelf.current.hash === hash) continue;
    const record = await records.find(hash);
    if (record) shelf.remember(createEdition(draftOf(record), record.engine));
  }
}

/**
 * Follows what other processes publish: the command line, or another replica. Ends with the signal.
 * @param failed told about a database that cannot be read; calls go on with what is in memory
 * @param lookEvery milliseconds between two looks at what is live
 */
export async function followPublications(
  records: EditionRecords,
  shelf: OfficeShelf,
  failed: (error: unknown) => void,
  signal: AbortSignal,
  lookEvery = 2000,
): Promise<void> {
  let seen = 0;
  for (;;) {
    await setTimeout(lookEvery, undefined, { signal, ref: false });
    try {
      const [live] = await records.publications(1);
      if (!live || live.number === seen) continue;
      const record = live.edition === shelf.current.hash ? null : await records.find(live.edition);
      const edition = record && createEdition(draftOf(record), record.engine);
      if (edition) await prepareForCalls(edition);
      // What this process has published itself while it was reading is newer than what it read.
      const [newest] = edition ? await records.publications(1) : [live];
      if (newest?.number !== live.number) continue;
      if (edition) shelf.publish(edition);
      seen = live.number;
    } catch (error) {
      failed(error);
    }
  }
}
