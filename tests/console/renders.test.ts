import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, jest, test } from '#jest';
import { fillOffice } from '../support/busy-office.ts';
import { createTestConsole } from '../support/console-server.ts';
import { countCalls } from '../support/count-calls.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { openEveryPage } from '../support/every-page.ts';

jest.setTimeout(120_000);

/** Functions whose work depends on the draft alone, and is done once for every state of the draft. */
const oncePerDraft = /^src\/office\/editions\/(?:check-words\.ts check$|(?:every-narration|every-saying|flow)\.ts)/;

const root = join(import.meta.dirname, '../..');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?:console|frame)\/.*\.ts$/.test(name))
  .map((name) => ({ name: `src/${name}`, text: readFileSync(join(root, 'src', name), 'utf8') }));
/** The views of whole pages, by file and name: those that are handed to `show`. */
const ofPages = new Set(
  sources.flatMap(({ name, text }) =>
    [...text.matchAll(/\bshow(?:<.+>)?\(\s*response,\s*(\w+)/g)].map(([, view = '']) => {
      const [, from] = new RegExp(`import (?:type )?\\{[^}]*\\b${view}\\b[^}]*\\} from '([^']+)'`).exec(text) ?? [];
      return `${from === undefined ? name : join(dirname(name), from)} ${view}`;
    }),
  ),
);

/** Functions that write a part of a page, each with what it writes. Both are counted, and must be equal in number. */
const parts = [
  [/frame\/parts\.ts csrfField$/, /<input type="hidden" name="csrf"/g],
  [/frame\/parts\.ts banner$/, /<div class="banner banner-\w+" role="\w+"(?: data-answer)?><p>(?!<)/g],
] as const;

test('A page is laid out once, makes no part that it does not show, and repeats no work on the draft', async () => {
  expect(ofPages.size).toBeGreaterThan(40);
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
    const named = (isIt: (name: string) => boolean) => [...calls].filter(([name]) => isIt(name));
    const count = (isIt: (name: string) => boolean) => named(isIt).reduce((sum, [, times]) => sum + times, 0);
    const ofReview = count((name) => name.endsWith('native-review/review-layout.ts showReviewPage'));
    const layouts = ofReview + count((name) => name.endsWith('frame/layout.ts layout'));
    const views = ofReview + count((name) => ofPages.has(name));
    const unseen = parts.flatMap(([writer, written]) => {
      const [wrote, shown] = [count((name) => writer.test(name)), again.match(written)?.length ?? 0];
      return wrote === shown ? [] : [{ part: writer.source, wrote, shown }];
    });
    const repeated = named((name) => oncePerDraft.test(name));
    if (layouts !== 1 || views !== 1 || unseen.length + repeated.length > 0)
      faults.push({ address, layouts, views, unseen, repeated });
    return text;
  });
  expect(pages).toBeGreaterThan(60);
  expect(faults).toEqual([]);
});
