import { parentPort, workerData } from 'node:worker_threads';
import { refusedRows } from './read-rows.ts';
import { readSheets } from './read-sheets.ts';
import { unreadableFile } from './sheet-problem.ts';

// The reading thread: its data is one file, and it posts what it has read. An error of reading is caused by the file; any other error
// of the thread is not.
parentPort?.postMessage(await readSheets(workerData).catch(() => refusedRows(unreadableFile)));
