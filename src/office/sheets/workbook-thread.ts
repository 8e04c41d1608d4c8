import { parentPort, workerData } from 'node:worker_threads';
import { toWorkbook } from './to-workbook.ts';

// The writing thread. Its data are the sheets, and it posts the bytes of the workbook.
parentPort?.postMessage(await toWorkbook(workerData));
