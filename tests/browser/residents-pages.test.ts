import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '#jest';
import { runAxe } from '../support/axe.ts';
import { sharedBrowser, startVisit, type Visit } from '../support/browser.ts';
import { sharedLine } from '../support/browser-line.ts';
import { bundledDraft } from '../support/bundled.ts';
import { walkByTab } from '../support/walk-by-tab.ts';

const { languages } = bundledDraft().line;
const visits: Visit[] = [];
let address = '';

jest.setTimeout(180_000);
beforeAll(async () => {
  ({ address } = await sharedLine());
});
afterEach(async () => {
  const ended = visits.splice(0);
  await Promise.all(ended.map((visit) => visit.end()));
  expect(ended.flatMap((visit) => visit.takeProblems())).toEqual([]);
});
afterAll(async () => expect((await sharedLine()).takeComplaints()).toEqual([]));

/** Opens a public page in a narrow window. @param locale the language that the browser prefers */
async function read(path: string, locale = 'ko-KR'): Promise<Page> {
  const visit = await startVisit(await sharedBrowser(), { viewport: { width: 360, height: 740 }, locale });
  visits.push(visit);
  await visit.page.goto(`${address}${path}`);
  return visit.page;
}

/** By how many pixels a page is wider than its window. */
const beyond = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('At the widths of a telephone and of a desktop computer, in light and dark mode', () => {
  const paths = ['/', ...languages.map(({ tag }) => `/${tag}`), '/privacy', '/accessibility'];
  test.each(paths)('axe finds nothing on %s, and nothing has to be scrolled sideways', async (path) => {
    const page = await read(path);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { found } = await runAxe(page);
        expect({ width, colorScheme, found }).toEqual({ width, colorScheme, found: [] });
      }
      expect({ width, beyond: await beyond(page) }).toEqual({ width, beyond: 0 });
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await beyond(page)).toBe(0);
  });
});

test('With the keyboard alone, a Korean reader gets from the first page to every link of the Korean page', async () => {
  const page = await read('/');
  const choice = page.locator('.choice').first();
  expect(await choice.getAttribute('href')).toBe('/ko');
  await choice.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/ko');
  expect(await walkByTab(page)).toEqual({ unreached: [], unseen: [] });
});

test('A printed page has its texts, no links to other pages, and at most five sheets', async () => {
  const page = await read('/ja');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav:visible, .hear:visible, .foot li:visible').count()).toBe(0);
  expect(await page.locator('#topic-notice:visible, .topic .lines:visible').count()).toBeGreaterThan(8);
  const pdf = await page.pdf();
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(0);
  expect(pages).toBeLessThanOrEqual(5);
});
