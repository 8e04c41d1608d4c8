import { askThread, isOutOfMemory, LateThreadError, type ThreadLimits } from '../../common/ask-thread.ts';
import { threadLimits } from './limits.ts';
import type { RowsRead } from './read-rows.ts';
import { fileProblem, type SheetProblem, unreadableFile } from './sheet-problem.ts';

/** Limits for a reading thread, and the maximum number of files being read or waiting for their turn. */
type ReadingLimits = ThreadLimits & { readonly waiting: number };

const script = new URL('./sheet-thread.ts', import.meta.url);

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Reads a file like `readSheets`, but in a separate thread, so that no file can delay other requests. Files are read
 * one at a time. A file that takes too much time or memory is refused with a single problem, and so is a file that
 * arrives while too many files are being read or waiting.
 * @param bytes at most `sheetLimits.bytes`; a larger file is refused in the thread before anything is read
 */
export async function readSheetsInThread(bytes: Uint8Array, limits: ReadingLimits = threadLimits): Promise<RowsRead> {
  if (waiting >= limits.waiting) return refused(busy);
  waiting += 1;
  const reading = last.then(() => readInThread(bytes, limits));
  last = reading.catch(() => {});
  try {
    return await reading;
  } finally {
    waiting -= 1;
  }
}

async function readInThread(bytes: Uint8Array, limits: ThreadLimits): Promise<RowsRead> {
  try {
    return await askThread<RowsRead>(script, bytes, limits);
  } catch (error) {
    if (error instanceof LateThreadError) return refused(tooMuchTime);
    // Any other error is caused by the file, because the thread reads nothing else.
    return refused(isOutOfMemory(error) ? tooMuchMemory : unreadableFile);
  }
}

const refused = (problem: SheetProblem): RowsRead => ({ rows: [], problems: [problem] });

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
