import { join } from 'node:path';
import { openDatabase } from '../../src/database/open-database.ts';
import { fillOffice } from '../../tests/support/busy-office.ts';
import { createTestConsole, listen } from '../../tests/support/console-server.ts';
import { visitConsole } from '../../tests/support/console-visitor.ts';
import { disasterDraft } from '../../tests/support/disaster-draft.ts';
import { openEveryPage } from '../../tests/support/every-page.ts';
import { grownDraft } from '../../tests/support/grown-draft.ts';
import type { Group } from '../group.ts';
import { startLine, temporaryFolder } from '../started-line.ts';
import { median } from '../statistics.ts';
import { pagesTable, pagesVerdicts, timePages } from './pages.ts';

/**
 * Few rounds, because there are many pages. No cold rounds, because each page was opened once already, to collect the
 * addresses.
 */
const rounds = { cold: 0, warm: 3 } as const;

/**
 * Number of the slowest pages that are measured again during the speech synthesis. Measuring all pages would take
 * longer than the synthesis.
 */
const mostSlow = 25;

/** The end of the address of a file that can be downloaded. */
const isFile = /\.(?:zip|wav|xlsx|csv|svg|css|js)$/;

/**
 * Measures the pages of the console for a large line, twice as large as any office is expected to need. One edition is
 * live. Another one is being prepared and has texts to approve. Of pages that differ only by a text or a number, only
 * some are measured. The console runs in this process, on a made-up line whose voice is a tone.
 */
export const measureLargeOffice: Group = async ({ plan: { office: size }, promptsFolder }) => {
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
    // Files are skipped, because those with many sounds take seconds. Addresses that redirect are not measured either.
    if (isFile.test(path)) return '';
    const { status, text = '' } = await visitor.get(path);
    if (status === 200) paths.push(path);
    return text;
  });
  const times = await timePages(visitor, paths, rounds);
  const slowest = [...times].toSorted(([, one], [, other]) => median(other) - median(one)).slice(0, mostSlow);
  const slow = ['/console', ...slowest.map(([path]) => path).filter((path) => path !== '/console')];
  const besideSpeech = await whileSpeaking(promptsFolder, () => timePages(visitor, slow, rounds));
  return {
    title: `Pages of the console at ${size.prompts} prompts and ${size.languages} languages, warm`,
    ...pagesTable(times),
    notes: [
      ...pagesVerdicts(times),
      `While a new line beside it made its first speech, the overview and the ${mostSlow} slowest pages${besideSpeech.isWhole ? '' : ' (MISSED: the speech was finished before the last page)'}:`,
      ...pagesVerdicts(besideSpeech.result),
    ],
  };
};

/**
 * Runs a measurement while a new line on this machine makes its first speech, which keeps every core busy.
 * @returns its result, and whether the speech synthesis lasted until its end (`isWhole`)
 */
async function whileSpeaking<Result>(promptsFolder: string, measure: () => Promise<Result>) {
  await using place = await temporaryFolder();
  const folders = { audioCacheFolder: join(place.path, 'audio'), dataFolder: join(place.path, 'data') };
  await using line = await startLine({ promptsFolder, ...folders, isConnected: false });
  const result = await measure();
  return { result, isWhole: (await fetch(`http://127.0.0.1:${line.port}/readyz`)).status === 503 };
}
