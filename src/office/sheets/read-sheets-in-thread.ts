import {
  BusyThreadError,
  createThreadQueue,
  isOutOfMemory,
  LateThreadError,
  type ThreadLimits,
} from '../../common/ask-thread.ts';
import { threadLimits } from './limits.ts';
import { type RowsRead, refusedRows } from './read-rows.ts';
import { fileProblem } from './sheet-problem.ts';

const inTurn = createThreadQueue(threadLimits.waiting);
const script = new URL('./sheet-thread.ts', import.meta.url);

/**
 * Reads a file like `readSheets`, but in a separate thread, so that no file can delay other requests. Files are read
 * one at a time. A file that takes too much time or memory is refused with a single problem. So is a file that arrives
 * while too many other files are being read or waiting.
 * @param bytes at most `sheetLimits.bytes`; a larger file is refused in the thread before anything is read
 * @throws Error if the thread cannot run
 */
export async function readSheetsInThread(bytes: Uint8Array, limits: ThreadLimits = threadLimits): Promise<RowsRead> {
  try {
    return await inTurn<RowsRead>(script, () => bytes, limits);
  } catch (error) {
    if (error instanceof BusyThreadError) return refusedRows(busy);
    if (error instanceof LateThreadError) return refusedRows(tooMuchTime);
    if (isOutOfMemory(error)) return refusedRows(tooMuchMemory);
    throw error;
  }
}

const tooMuchTime = fileProblem(
  'ファイルの読み取りに時間がかかりすぎます。書き出したファイルに訳だけを写して、もう一度選んでください。',
  'Reading the file takes too long; copy only the translations into the file as it was exported, and choose that file.',
);
const tooMuchMemory = fileProblem(
  'ファイルの中身が大きすぎます。書き出したファイルに訳だけを写して、もう一度選んでください。',
  'The file contains too much; copy only the translations into the file as it was exported, and choose that file.',
);
const busy = fileProblem(
  'ほかのファイルを読み取っています。少し待ってから、もう一度選んでください。',
  'Other files are being read; wait a little and choose your file again.',
);
