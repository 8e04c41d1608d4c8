import { Session } from 'node:inspector/promises';
import { cleanUp, expect, jest, test } from '#jest';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage } from '../support/every-page.ts';

jest.setTimeout(120_000);

/** Work that depends on the draft alone, and is done once for every state of it. */
const oncePerDraft = /\/src\/office\/editions\/(?:check-words\.ts\S* check$|(?:every-narration|every-saying|flow)\.ts)/;

/** How often functions of the product were called, by file and name. */
async function countCalls(): Promise<() => Promise<ReadonlyMap<string, number>>> {
  const session = new Session();
  session.connect();
  cleanUp(() => session.disconnect());
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const calls = result.flatMap(({ url, functions }) =>
      functions.map(({ functionName, ranges: [whole] }) => [`${url} ${functionName}`, whole?.count ?? 0] as const),
    );
    return new Map(calls.filter(([name, count]) => count > 0 && name.includes('/src/')));
  };
}

test('A page is laid out once, and repeats no work on the draft that was done before', async () => {
  const line = await createTestConsole({ draft: disasterDraft() });
  const { visitor, addresses } = await fillOffice(line);
  const take = await countCalls();
  const faults: unknown[] = [];
  let pages = 0;
  await openEveryPage(addresses, async (address) => {
    if (/\.(?:zip|wav|csv|xlsx)$|export/.test(address)) return '';
    const { text } = await visitor.get(address);
    await take();
    const { status, text: again } = await visitor.get(address);
    const calls = await take();
    if (status !== 200 || !again.startsWith('<!doctype html>')) return text;
    pages += 1;
    const named = (pattern: RegExp) => [...calls].filter(([name]) => pattern.test(name));
    const layouts = named(/(?:frame\/layout\.ts\S* layout|native-review\/review-layout\.ts\S* showReviewPage)$/).reduce(
      (sum, [, count]) => sum + count,
      0,
    );
    const repeated = named(oncePerDraft);
    if (layouts !== 1 || repeated.length > 0) faults.push({ address, layouts, repeated });
    return text;
  });
  expect(pages).toBeGreaterThan(60);
  expect(faults).toEqual([]);
});
