import { parentPort, workerData } from 'node:worker_threads';
import { createEdition } from '../editions/edition.ts';
import { draftOf, readContent } from '../editions/edition-content.ts';
import type { CrawlTask, FromThread } from './crawl-apart.ts';
import { crawlLine } from './crawl-line.ts';

/** What runs in the thread of a crawl: it makes the edition anew, calls it on every way, and says what it found. */
const { content, measured }: CrawlTask = workerData;
const say = (message: FromThread) => parentPort?.postMessage(message);
const read = readContent(content);
const edition = createEdition(draftOf(read), read.engine);
say({ result: await crawlLine(edition, { measured, report: (turns) => say({ turns }) }) });
