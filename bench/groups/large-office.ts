import { openDatabase } from '../../src/database/open-database.ts';
import { fillOffice } from '../../tests/support/busy-office.ts';
import { createTestConsole, listen } from '../../tests/support/console-server.ts';
import { visitConsole } from '../../tests/support/console-visitor.ts';
import { disasterDraft } from '../../tests/support/disaster-draft.ts';
import { openEveryPage } from '../../tests/support/every-page.ts';
import { grownDraft } from '../../tests/support/grown-draft.ts';
import type { Group } from '../group.ts';
import { temporaryFolder } from '../started-line.ts';
import { pagesTable, pagesVerdicts, timePages } from './pages.ts';

/** There are many pages, and opening them once for their addresses has warmed them. */
const rounds = { cold: 0, warm: 3 } as const;

/** The end of the address of a file that can be downloaded. */
const isFile = /\.(?:zip|wav|xlsx|csv|svg|css|js)$/;

/**
 * Measures the pages of the console for a large line, twice as large as any office is expected to need: an edition is live, and
 * another one is being prepared, with texts to approve. Of pages that differ only by a text or a number, two are measured. The
 * console runs in this process, on a made-up line whose voice is a tone.
 */
export const measureLargeOffice: Group = async ({ plan: { office: size } }) => {
  await using data = await temporaryFolder();
  await using opened = new AsyncDisposableStack();
  const database = opened.adopt(await openDatabase(data.path), (each) => each.close());
  const draft = disasterDraft();
  const line = await createTestConsole({
    database,
    draft: grownDraft(draft, size.prompts, size.languages - draft.line.languages.length),
  });
  const filled = await fillOffice(line);
  if ((await line.office.liveNumber()) === 0) throw new Error('Nothing was published.');
  await using server = await listen(line.app);
  const visitor = visitConsole(server.address);
  await visitor.signIn('hanako');
  const paths: string[] = [];
  await openEveryPage(filled.addresses, async (path) => {
    // Some addresses only lead to another page, or are files, which grow with all sounds and take seconds.
    if (isFile.test(path)) return '';
    const { status, text = '' } = await visitor.get(path);
    if (status === 200) paths.push(path);
    return text;
  });
  const times = await timePages(visitor, paths, rounds);
  return {
    title: `Pages of the console at ${size.prompts} prompts and ${size.languages} languages, warm`,
    ...pagesTable(times),
    notes: pagesVerdicts(times),
  };
};
