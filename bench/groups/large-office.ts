import { openDatabase } from '../../src/database/open-database.ts';
import { createTestConsole, listen } from '../../tests/support/console-server.ts';
import { visitConsole } from '../../tests/support/console-visitor.ts';
import { longDraft } from '../../tests/support/long-draft.ts';
import type { Group } from '../group.ts';
import { pages } from '../play-day.ts';
import { temporaryFolder } from '../started-line.ts';
import { median } from '../statistics.ts';
import { verdict, whole } from '../table.ts';
import { timePages } from './pages.ts';

/** The size of a line that is twice as large as any office is expected to need. */
const size = { prompts: 200, languages: 14 } as const;

/** Limits in milliseconds for the overview and for every other page. */
const [ofOverview, ofPage] = [100, 150];

/**
 * Measures the pages of the console for a large line, all of whose texts wait for approval. The console runs in this process,
 * because the service does not start a line with more languages than keys. The line's voice is a tone.
 */
export const measureLargeOffice: Group = async () => {
  await using data = await temporaryFolder();
  const database = await openDatabase(data.path);
  const line = await createTestConsole({ database, draft: longDraft(size.prompts, size.languages) });
  await using server = await listen(line.app);
  await line.letIn('hanako', 'administrator');
  const visitor = visitConsole(server.address);
  await visitor.signIn('hanako');
  const times = await timePages(visitor, [...pages, '/console/publish', '/console/texts/en/goodbye']);
  await database.close();
  const medians = [...times].map(([path, each]) => ({ path, middle: median(each), most: Math.max(...each) }));
  const overview = medians.find(({ path }) => path === '/console')?.middle ?? Number.NaN;
  return {
    title: `Pages of the console at ${size.prompts} prompts and ${size.languages} languages, warm`,
    head: ['page', 'ms', 'most ms'],
    rows: medians.map(({ path, middle, most }) => [path, whole(middle), whole(most)]),
    notes: [
      verdict('The overview, milliseconds', overview, 'at most', ofOverview),
      verdict('The slowest page, milliseconds', Math.max(...medians.map(({ middle }) => middle)), 'at most', ofPage),
    ],
  };
};
