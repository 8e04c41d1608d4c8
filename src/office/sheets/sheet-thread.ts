import { parentPort, workerData } from 'node:worker_threads';
import { refusedRows } from './read-rows.ts';
import { readSheets } from './read-sheets.ts';
import { unreadableFile } from './sheet-problem.ts';

// The reading thread. Its data is one file, and it posts the rows of that file. If reading fails, the file is the
// cause, so the file is refused. Any other error of this thread is thrown.
parentPort?.postMessage(await readSheets(workerData).catch(() => refusedRows(unreadableFile)));
