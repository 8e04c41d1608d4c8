import { explanationOf } from '../../common/explained-error.ts';
import { createEdition } from '../editions/edition.ts';
import { draftOf, readContent } from '../editions/edition-content.ts';
import { crawlLine } from './crawl-line.ts';
import type { CrawlMessage, CrawlTask } from './run-crawl-process.ts';

// Runs in the crawl process: creates the edition, crawls every path, and sends the result.

const say = (message: CrawlMessage) => process.send?.(message);

// If the office has ended, nobody needs the result.
process.once('disconnect', () => process.exit(1));
process.once('message', async ({ content, measured }: CrawlTask) => {
  try {
    const read = readContent(content);
    const edition = createEdition(draftOf(read), read.engine);
    say({ result: await crawlLine(edition, { measured, report: (turns) => say({ turns }) }) });
  } catch (error) {
    say({ broken: explanationOf(error) });
  }
});
