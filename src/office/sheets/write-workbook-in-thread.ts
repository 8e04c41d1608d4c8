import type { LanguageTag } from '../../call/line.ts';
import { askThread, type ThreadLimits } from '../../common/ask-thread.ts';
import { createTaskLanes } from '../staff/task-lanes.ts';
import { writingLimits } from './limits.ts';
import type { SheetParts } from './sheet-rows.ts';
import { workbookSheets } from './workbook-sheets.ts';

// The queue needs no limit, because only people who are signed in can add to it.
const inTurn = createTaskLanes(0);
const script = new URL('./workbook-thread.ts', import.meta.url);

/**
 * Writes a workbook for translators in a separate thread: the library that writes it does not yield, and would hold up other
 * requests for a third of a second. Workbooks are written one at a time.
 * @returns the bytes of an `.xlsx` file
 * @throws Error if the thread takes more time or memory than the limits allow; the next workbook is written all the same
 */
export async function writeWorkbookInThread(
  parts: SheetParts,
  languages: readonly LanguageTag[],
  limits: ThreadLimits = writingLimits,
): Promise<Uint8Array> {
  const write = async () => askThread<Uint8Array>(script, await workbookSheets(parts, languages), limits);
  const written = await inTurn('known', write);
  if (!written) throw new Error('Too many workbooks are waiting to be written.');
  return written;
}
