import type { LanguageTag } from '../../call/line.ts';
import {
  BusyThreadError,
  createThreadQueue,
  isOutOfMemory,
  LateThreadError,
  type ThreadLimits,
} from '../../common/ask-thread.ts';
import { writingLimits } from './limits.ts';
import type { SheetParts } from './sheet-rows.ts';
import { workbookSheets } from './workbook-sheets.ts';

const inTurn = createThreadQueue(writingLimits.waiting);
const script = new URL('./workbook-thread.ts', import.meta.url);

/**
 * A workbook was not written, because too many others are being written or waiting, or because it takes more time or
 * memory than allowed.
 */
export class WorkbookRefusedError extends Error {
  override readonly name = 'WorkbookRefusedError';
  readonly why: 'writing-busy' | 'writing-too-much';

  constructor(why: WorkbookRefusedError['why'], cause: unknown) {
    super('The workbook was not written.', { cause });
    this.why = why;
  }
}

/**
 * Writes a workbook for translators in a separate thread. In the calling thread, the library would delay other requests
 * for a third of a second, because it does not yield to the event loop. Workbooks are written one at a time.
 * @returns the bytes of an `.xlsx` file
 * @throws WorkbookRefusedError if too many workbooks are being written or waiting, or if a limit is exceeded; Error if
 * the thread cannot run
 */
export async function writeWorkbookInThread(
  parts: SheetParts,
  languages: readonly LanguageTag[],
  limits: ThreadLimits = writingLimits,
): Promise<Uint8Array> {
  try {
    return await inTurn<Uint8Array>(script, () => workbookSheets(parts, languages), limits);
  } catch (error) {
    if (error instanceof BusyThreadError) throw new WorkbookRefusedError('writing-busy', error);
    if (error instanceof LateThreadError || isOutOfMemory(error)) {
      throw new WorkbookRefusedError('writing-too-much', error);
    }
    throw error;
  }
}
