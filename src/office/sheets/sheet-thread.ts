import { parentPort, workerData } from 'node:worker_threads';
import { readSheets } from './read-sheets.ts';

// The reading thread: its data is one file, and it posts what it has read.
parentPort?.postMessage(await readSheets(workerData));
