import { setInterval } from 'node:timers/promises';
import type { Logger } from 'pino';
import { messageOf } from '../common/errors.ts';
import { compareFiles } from './drafts/draft-content.ts';
import type { OfficeShelf } from './editions/edition.ts';
import { followPublications } from './editions/follow-publications.ts';
import type { Office } from './open-office.ts';

/** Milliseconds between two deletions of old sessions, sign-in links and attempts to sign in. */
const tidyEvery = 300_000;

/**
 * Takes over editions that other processes publish, and deletes old sessions, sign-in links and attempts to sign in.
 * Both go on until the signal is aborted. Also logs once how the prompts folder differs from the draft. No caller waits
 * for this work.
 */
export function startBackgroundTasks(office: Office, shelf: OfficeShelf, log: Logger, signal: AbortSignal): void {
  const logError = (message: string) => (error: unknown) => {
    if (!signal.aborted) log.error({ why: messageOf(error) }, message);
  };
  const { editions, staff } = office;
  const notRead = logError('the database cannot be read; calls go on with what is in memory');
  followPublications(editions, shelf, notRead, signal).catch(notRead);
  logDifference(office, log).catch(logError('the prompts folder cannot be compared with the draft'));
  const tidy = async () => {
    await staff.tidy().catch(notRead);
    for await (const _ of setInterval(tidyEvery, undefined, { signal, ref: false })) {
      await staff.tidy().catch(notRead);
    }
  };
  tidy().catch(notRead);
}

/**
 * Logs how the prompts folder differs from the draft in the database. Without a draft in the database, it logs nothing:
 * the files are the draft then. Once there is one, changed files do not go live.
 */
async function logDifference({ drafts, readFiles }: Office, log: Logger): Promise<void> {
  const now = await drafts.read();
  if (!now.isKept) return;
  const { texts, isLineDifferent } = compareFiles(now, await readFiles());
  if (texts.length === 0 && !isLineDifferent) return;
  log.warn(
    { texts: texts.length, line: isLineDifferent },
    'the prompts folder differs from the draft in the database, and the draft is used; "npm run prompts -- import" replaces the draft with the folder',
  );
}
