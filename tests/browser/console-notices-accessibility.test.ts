import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import type { Crawl } from '../../src/office/crawl/crawl-jobs.ts';
import type { DatedHours } from '../../src/words/dated-hours.ts';
import type { Draft } from '../../src/words/draft.ts';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';
import { residentsDraft } from '../support/residents-draft.ts';

/** The used parts of the browser's objects, whose types TypeScript for Node lacks. */
interface Printed {
  querySelectorAll(selector: string): readonly { closest(selector: string): unknown }[];
}
declare const getComputedStyle: (element: unknown) => { readonly fontSize: string; readonly wordBreak: string };

const consoles = useConsole();
const languages = ['ja', 'en'] as const;
const draft = bundledDraft();

/** Pictures are for people, and are taken only if CONSOLE_PICTURES names a folder. */
const folder = process.env.CONSOLE_PICTURES;

/** A crawl with a fixed result: every kind of problem once if the English goodbye has "so long", otherwise none. */
const crawl: Crawl = async ({ hash, words }) => {
  const finding = { language: 'zh-Hans', circumstance: 'closed', path: ['2', 'silence', '0', 'busy'] } as const;
  const problems = ['broken', 'silent', 'wrong-language', 'wrong-voice', 'no-key-offered', 'key-disagrees'] as const;
  const isWrong = words.en?.prompts.goodbye?.[0]?.includes('so long') ?? false;
  return {
    hash,
    turns: 480,
    languages: draft.line.languages.map(({ tag }) => ({ tag, turns: 120, sentences: 40, seconds: 180, longest: 21 })),
    sentences: [],
    findings: isWrong
      ? problems.map((problem) => ({ ...finding, problem, detail: 'destination.call-centre.number (en)' }))
      : [],
  };
};

type Look = (name: string) => Promise<void>;

test.each(languages)(
  'axe finds nothing on the pages of the disaster notice, the language check and leaflets (%s)',
  async (language) => {
    const line = await consoles.start({}, { draft, crawl });
    const look: Look = async (name) => {
      expect({ name, looks: await lookAt(line.page, `${name}-${language}`) }).toEqual({ name, looks: [] });
    };
    await line.letIn('hanako', 'editor');
    await line.signIn('hanako');
    await line.open(`/language/${language}?next=%2Fconsole`);
    await throughDisaster(line, look);
    await throughCrawl(line, look);
    await throughLeaflets(line, look);
    const others = line.takeProblems().filter((problem) => !/status of 422/.test(problem));
    expect(others).toEqual([]);
  },
);

/** From the empty form to the end of the notice, and a drill. */
async function throughDisaster({ page, open }: BrowserConsole, look: Look): Promise<void> {
  const fill = async () => {
    await page.locator('input[name="kind"]').nth(1).check();
    await page.locator('input[name^="place-"]').first().check();
    for (const index of [0, 1]) await page.locator('input[name^="action-"]').nth(index).check();
  };
  await open('/disaster');
  await look('disaster-form');
  await fill();
  await page.locator('#until').fill('2020-01-01T00:00');
  await page.locator('button[name="mode"][value="on"]').click();
  await page.locator('.field-error').waitFor();
  await look('disaster-wrong');
  await page.locator('#until').fill('');
  await page.locator('button[name="mode"][value="on"]').click();
  await page.locator('.disaster-lead').first().waitFor();
  await look('disaster-confirm');
  await page.locator('main .button-danger').click();
  await page.locator('.disaster-now').waitFor();
  await look('disaster-on');
  await page.locator('form[action="/console/disaster/drill"] button').click();
  await page.locator('.drill-steps').waitFor();
  await look('drill-choose');
  await fill();
  await page.locator('button[name="mode"][value="drill"]').click();
  await page.locator('.disaster-lead').first().waitFor();
  await look('drill-confirm');
  await page.locator('.disaster-buttons .button:not(.button-quiet)').click();
  await page.locator('.disaster-drill').waitFor();
  await look('drill-listen');
  await page.locator('input[name="outcome"][value="right"]').check();
  await page.locator('form[action="/console/disaster/drill/end"] .button:not(.button-quiet)').click();
  await page.locator('#drills table').waitFor();
  await look('drill-recorded');
  await open('/disaster/approve');
  await look('disaster-approve');
  await open('/disaster');
  await page.locator('.disaster-on .button-danger').click();
  await page.locator('.disaster-lead').first().waitFor();
  await look('disaster-off');
  await page.locator('main .button-danger').click();
  await page.locator('.banner-good').first().waitFor();
  await look('disaster-ended');
}

/** The page before a crawl, without findings, with every kind of finding, and with an incomplete draft. */
async function throughCrawl({ page, open, office }: BrowserConsole, look: Look): Promise<void> {
  const begin = async () => {
    await open('/crawl');
    await page.locator('main form[action="/console/crawl"] button').click();
    await page.locator('#crawl-job .banner:not(.banner-information)').waitFor();
  };
  await open('/crawl');
  await look('crawl-before');
  await begin();
  await look('crawl-clean');
  await office.save('en', 'goodbye', 'Thank you, and so long.');
  await begin();
  await look('crawl-findings');
  await office.save('en', 'limit');
  await open('/crawl');
  await look('crawl-not-whole');
}

/** The list of leaflets, and the leaflet of every language on the screen. */
async function throughLeaflets({ page, open }: BrowserConsole, look: Look): Promise<void> {
  await open('/leaflets');
  await look('leaflets');
  for (const { tag } of draft.line.languages) {
    await open(`/leaflets/${tag}`);
    await look(`leaflet-${tag}`);
  }
  await page.locator('.sheet-screen .button').click();
  await page.locator('.banner-good').waitFor();
  await look('leaflets-printed');
}

/** The smallest font size on a leaflet in pixels, without readings and the line for staff at its foot. */
const smallestType = (page: Page) =>
  page.locator('.leaflet').evaluate((leaflet: Printed) => {
    const words = [...leaflet.querySelectorAll('h2, p, li, span')].filter((each) => !each.closest('.leaflet-foot'));
    return Math.min(...words.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)));
  });

/** A draft with everything that a leaflet can show. Its first destination has these exceptions. */
function draftWith(dates: readonly DatedHours[]): Draft {
  const whole = residentsDraft();
  const [first, ...others] = whole.line.destinations;
  if (!first) throw new Error('The line has no destination.');
  return { ...whole, line: { ...whole.line, destinations: [{ ...first, dates: [...dates] }, ...others] } };
}

const twoDays: readonly DatedHours[] = [
  { kind: 'closed', from: '2026-12-08', reason: 'system' },
  { kind: 'open', from: '2026-12-12', begins: '10:00', ends: '15:00' },
];

test.each([
  ['in an ordinary week', [], 11],
  ['with exceptions on two days', twoDays, 10.5],
] as const)(
  'A printed leaflet is exactly one page of A4 in every language %s, without menu or buttons',
  async (_, dates, points) => {
    // It shows the number of the line, the QR code of its page, and the warning after the review date.
    const whole = { draft: draftWith(dates), publicUrl: 'https://denwa.pref.kumamoto.example.jp' };
    const { letIn, signIn, open, page } = await consoles.start({ viewport: { width: 703, height: 1032 } }, whole);
    await letIn('hanako', 'viewer');
    await signIn('hanako');
    for (const { tag } of draft.line.languages) {
      await open(`/leaflets/${tag}`);
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.qr', '.leaflet-outdated', '.leaflet-number strong']) {
        expect([tag, part, await page.locator(part).isVisible()]).toEqual([tag, part, true]);
      }
      const wrapping = await page.locator('.leaflet').evaluate((leaflet) => getComputedStyle(leaflet).wordBreak);
      expect([tag, wrapping]).toEqual([tag, tag === 'ko' ? 'keep-all' : 'normal']);
      // 11 points can be read at arm's length. With exceptions on two days, the text may be slightly smaller.
      expect([tag, (await smallestType(page)) >= (points * 4) / 3]).toEqual([tag, true]);
      for (const hidden of ['.header', '.menu-open', '.trail', '.sheet-screen', 'h1']) {
        expect([tag, hidden, await page.locator(hidden).isVisible()]).toEqual([tag, hidden, false]);
      }
      if (folder) await page.screenshot({ path: `${folder}/leaflet-print-${tag}.png`, fullPage: true });
      const path = folder ? { path: `${folder}/leaflet-${tag}.pdf` } : {};
      const printed = (await page.pdf({ preferCSSPageSize: true, ...path })).toString('latin1');
      expect([tag, printed.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([tag, 1]);
      // The size of A4, 210 by 297 mm, in points.
      expect(printed).toMatch(/\/MediaBox\s*\[0 0 59[4-6][.\d]* 84[12][.\d]*\]/);
    }
  },
);
