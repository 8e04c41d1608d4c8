import { parentPort, workerData } from 'node:worker_threads';
import { readSheets } from './read-sheets.ts';

// The whole of a reading thread: one file comes with its start, and what was read goes back.
parentPort?.postMessage(await readSheets(workerData));
