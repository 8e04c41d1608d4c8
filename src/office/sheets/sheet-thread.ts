import { parentPort, workerData } from 'node:worker_threads';
import { readSheets } from './read-sheets.ts';

// The reading thread: it gets one file as its data and posts what was read.
parentPort?.postMessage(await readSheets(workerData));
