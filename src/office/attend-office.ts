import { setInterval } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import { compareFiles } from './drafts/compare-files.ts';
import { followPublications } from './editions/follow-publications.ts';
import type { OfficeShelf } from './editions/office-shelf.ts';
import type { Office } from './open-office.ts';

/** Milliseconds between two times of forgetting old sessions, links and attempts. */
const tidyEvery = 300_000;

/** What the office needs while the line runs, none of which a caller ever waits for. Ends with the signal. */
export function attendOffice(office: Office, shelf: OfficeShelf, log: Logger, signal: AbortSignal): void {
  const told = (what: string) => (error: unknown) => {
    if (!signal.aborted) log.error({ why: messageOf(error) }, what);
  };
  const { editions, staff } = office;
  const unread = told('the database cannot be read; calls go on with what is in memory');
  followPublications(editions, shelf, unread, signal).catch(unread);
  tellDifference(office, log).catch(told('the prompts folder cannot be compared with the draft'));
  const tidy = async () => {
    await staff.tidy().catch(unread);
    for await (const _ of setInterval(tidyEvery, undefined, { signal, ref: false })) {
      await staff.tidy().catch(unread);
    }
  };
  tidy().catch(unread);
}

/** Once the draft is in the database, a change of the files is neither live nor ignored: it is told. */
async function tellDifference({ drafts, readFiles }: Office, log: Logger): Promise<void> {
  const now = await drafts.read();
  if (!now.isKept) return;
  const { texts, isLineDifferent } = compareFiles(now, await readFiles());
  if (texts.length === 0 && !isLineDifferent) return;
  log.warn(
    { texts: texts.length, line: isLineDifferent },
    'the prompts folder differs from the draft in the database, which counts; "npm run prompts -- import" takes the folder over',
  );
}
