import { messageOf } from '../../common/errors.ts';
import { createEdition } from '../editions/edition.ts';
import { draftOf, readContent } from '../editions/edition-content.ts';
import type { CrawlTask, FromProcess } from './crawl-apart.ts';
import { crawlLine } from './crawl-line.ts';

/** What runs in the process of a crawl: it makes the edition anew, calls it on every way, and says what it found. */
const say = (message: FromProcess) => process.send?.(message);

// Whoever wanted to know is gone.
process.once('disconnect', () => process.exit(1));
process.once('message', async ({ content, measured }: CrawlTask) => {
  try {
    const read = readContent(content);
    const edition = createEdition(draftOf(read), read.engine);
    say({ result: await crawlLine(edition, { measured, report: (turns) => say({ turns }) }) });
  } catch (error) {
    say({ broken: messageOf(error) });
  }
});
