import { setTimeout } from 'node:timers/promises';
import { keptEditions } from '../../edition/edition.ts';
import { createEdition, type OfficeShelf } from './edition.ts';
import { draftOf } from './edition-content.ts';
import type { EditionRecords } from './edition-records.ts';

/**
 * Loads the earlier editions that calls may still be using, so that a restarted office can make their missing sounds.
 */
export async function rememberEditions(records: EditionRecords, shelf: OfficeShelf): Promise<void> {
  for (const { edition: hash } of await records.publications(keptEditions)) {
    if (shelf.current.hash === hash) continue;
    const record = await records.find(hash);
    if (record) shelf.remember(createEdition(draftOf(record), record.engine));
  }
}

/**
 * Takes over the editions that other processes publish, such as commands on the same machine. Runs until the signal is
 * aborted.
 * @param failed called when the database cannot be read; calls continue on the editions in memory
 * @param lookEvery milliseconds between two checks of what is live
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
      // If something else has been published in the meantime, the edition read above is out of date.
      const [newest] = edition ? await records.publications(1) : [live];
      if (newest?.number !== live.number) continue;
      if (edition) shelf.publish(edition);
      seen = live.number;
    } catch (error) {
      failed(error);
    }
  }
}
