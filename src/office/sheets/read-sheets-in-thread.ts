import { Worker } from 'node:worker_threads';
import { threadLimits } from './limits.ts';
import type { RowsRead } from './read-rows.ts';
import { fileProblem, type SheetProblem } from './sheet-problem.ts';

/** Limits for a reading thread. */
type ThreadLimits = Readonly<Record<keyof typeof threadLimits, number>>;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Reads a file like `readSheets`, but in a separate thread, so that no file can delay other requests. Files are read one at a
 * time. A file that takes too much time or memory, or arrives when too many are waiting, is refused with a single problem.
 * @param bytes at most `sheetLimits.bytes`; a larger file is refused in the thread before anything is read
 */
export async function readSheetsInThread(bytes: Uint8Array, limits: ThreadLimits = threadLimits): Promise<RowsRead> {
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

function readInThread(bytes: Uint8Array, { milliseconds, megabytes }: ThreadLimits): Promise<RowsRead> {
  const { promise, resolve } = Promise.withResolvers<RowsRead>();
  // The thread needs no environment variables, so it is not given the secrets in them.
  const worker = new Worker(new URL('./sheet-thread.ts', import.meta.url), {
    workerData: bytes,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16 },
  });
  const tooSlow = setTimeout(() => resolve(refused(tooMuchTime)), milliseconds);
  worker.once('message', resolve);
  // Any error is caused by the file, because the thread reads nothing else.
  worker.once('error', (error) => resolve(refused(isOutOfMemory(error) ? tooMuchMemory : damaged)));
  worker.once('exit', () => resolve(refused(damaged)));
  return promise.finally(async () => {
    clearTimeout(tooSlow);
    await worker.terminate();
  });
}

const refused = (problem: SheetProblem): RowsRead => ({ rows: [], problems: [problem] });

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooMuchTime = fileProblem(
  'ファイルの読み取りに時間がかかりすぎます。書き出したファイルに訳だけを写して、もう一度選んでください。',
  'Reading the file takes too long; copy only the translations into the file as it was exported, and choose that file.',
);
const tooMuchMemory = fileProblem(
  'ファイルの中身が大きすぎます。書き出したファイルに訳だけを写して、もう一度選んでください。',
  'The file contains too much; copy only the translations into the file as it was exported, and choose that file.',
);
const damaged = fileProblem(
  'ファイルを読み取れません。Excelブック(.xlsx)として保存し直してから、もう一度選んでください。',
  'The file cannot be read; save it again as an Excel workbook (.xlsx).',
);
const busy = fileProblem(
  'ほかのファイルを読み取っています。少し待ってから、もう一度選んでください。',
  'Other files are being read; wait a little and choose it again.',
);
