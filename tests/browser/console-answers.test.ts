import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { type BrowserConsole, useConsole } from '../support/browser-console.ts';
import { datedDraft } from '../support/dated-draft.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { serveSounds } from '../support/serve-sounds.ts';
import { tanaka } from '../support/small-office.ts';

const consoles = useConsole();

/** The focused element, if it is inside the window: a field by its id or name, anything else by its first words. */
const focusedInSight = (page: Page) =>
  page.evaluate<string>(`(() => {
    const element = document.activeElement;
    const { top, bottom } = element.getBoundingClientRect();
    if (element === document.body || top < -1 || bottom > innerHeight + 1) return '';
    return 'form' in element ? element.id || element.name : element.textContent.trim().slice(0, 40);
  })()`);

type Act = (line: BrowserConsole) => Promise<unknown>;

const fill = async ({ page }: BrowserConsole, fields: Readonly<Record<string, string>>) => {
  for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text);
};
const press = ({ page }: BrowserConsole, name: string) =>
  page.locator('main').getByRole('button', { name }).first().click();

/** Actions, in this order, each with what must have the focus afterwards: a message, the first error or the new row. */
const forms: readonly (readonly [focused: RegExp, act: Act])[] = [
  [
    /^保存しました。/,
    async (line) => {
      await line.open('/texts/en/goodbye');
      await fill(line, { text: 'So long, all.' });
      await press(line, '保存する');
    },
  ],
  [
    /^保存していません。/,
    async (line) => {
      await fill(line, { text: '😀' });
      await press(line, '保存する');
    },
  ],
  [
    /^すべて保存しました。/,
    async (line) => {
      await line.open('/texts/all/limit');
      await fill(line, { 'text-en': 'It is over.' });
      await press(line, 'すべて保存する');
    },
  ],
  [
    /^まだ何も保存していません。/,
    async (line) => {
      await line.open('/texts/all/limit');
      await fill(line, { 'text-en': '😀' });
      await press(line, 'すべて保存する');
    },
  ],
  [
    /^承認する前に、最後まで聞いてください/,
    async (line) => {
      await line.office.save('en', 'emergency', 'Hang up in an emergency.');
      await line.open('/approvals/en');
      await press(line, '印を付けて聞いた文を承認する');
    },
  ],
  [
    /記録しました/,
    async (line) => {
      await press(line, '印を付けた文をファイルで聞く');
      line.office.later(60);
      await line.page.locator('#elsewhere').check();
      await press(line, '聞きました(ファイルで)');
    },
  ],
  [/承認しました/, (line) => press(line, '印を付けて聞いた文を承認する')],
  [
    /^dateFrom-3$/,
    async (line) => {
      await line.open('/destinations/office');
      await line.page.locator('button[value="add-date"]').click();
    },
  ],
  [
    /^dateTo-3$/,
    async (line) => {
      await fill(line, { 'dateFrom-3': '2026-12-24', 'dateTo-3': '2026-12-20' });
      await press(line, '保存する');
    },
  ],
  [
    /保存しました/,
    async (line) => {
      await fill(line, { 'dateTo-3': '' });
      await press(line, '保存する');
    },
  ],
  [
    /^documentNumber$/,
    async (line) => {
      await line.open('/publish');
      await fill(line, { comment: 'December', emergencyReason: 'a test' });
      await line.page.locator('form[action="/console/publish"] button[type="submit"]').click();
    },
  ],
  [
    /予定しました/,
    async (line) => {
      await line.page.locator('#noDocument').check();
      await line.page.locator('#when-later').check();
      await fill(line, { publishDate: '2026-12-01', publishTime: '09:00' });
      await line.page.locator('form[action="/console/publish"] button[type="submit"]').click();
      await line.page.getByText('予定しました(').waitFor();
    },
  ],
  [
    /^number$/,
    async (line) => {
      await line.open('/destinations/new');
      await fill(line, { ja: '支所', en: 'Branch', 'number-0': '119', 'source-0': 'x' });
      await press(line, '保存する');
    },
  ],
  [
    /^保存しました。電話の転送先/,
    async (line) => {
      await line.page.locator('#number').selectOption('officeNumber');
      await line.page.locator('#speaks-en').check();
      await fill(line, { 'number-0': '+81300000002' });
      await press(line, '保存する');
    },
  ],
  [
    /訓練/,
    async (line) => {
      await line.open('/disaster');
      await line.page.locator('form[action="/console/disaster/drill"] button').click();
    },
  ],
  [
    /^until$/,
    async (line) => {
      const { page } = line;
      await page.locator('input[name="kind"]').first().check();
      await page.locator('input[name^="place-"]').first().check();
      await page.locator('input[name^="action-"]').first().check();
      await fill(line, { until: '2020-01-01T00:00' });
      await page.locator('button[name="mode"][value="drill"]').click();
    },
  ],
  [
    /訓練/,
    async (line) => {
      await fill(line, { until: '' });
      await line.page.locator('button[name="mode"][value="drill"]').click();
    },
  ],
  [/訓練/, ({ page }) => page.locator('.disaster-buttons .button:not(.button-quiet)').click()],
  [
    /記録しました/,
    async ({ page }) => {
      await page.locator('input[name="outcome"][value="right"]').check();
      await page.locator('form[action="/console/disaster/drill/end"] .button:not(.button-quiet)').click();
    },
  ],
];

test('After a form is sent, the focus is on the message, on the first error or on the new row', async () => {
  const line = await consoles.start({}, { draft: datedDraft(disasterDraft()) });
  const { page, office } = line;
  serveSounds(line);
  await office.publish();
  await line.letIn('hanako', 'administrator');
  await line.signIn('hanako');
  const seen: string[] = [];
  for (const [, act] of forms) {
    await act(line);
    await page.waitForLoadState();
    seen.push(await focusedInSight(page));
  }
  expect(seen).toEqual(forms.map(([focused]) => expect.stringMatching(focused)));

  // The pages of native readers have no script. The focus is right there, too.
  const made = await office.nativeReviews.make(tanaka, { language: 'en', reader: 'Maria' });
  if (made.kind !== 'made') throw new Error(made.kind);
  await line.open(`/reading/${made.token}`);
  await page.locator('.review-groups a').first().click();
  const text = page.locator('details:has(button[value=wrong])').last();
  await text.locator('summary').click();
  await text.getByRole('button').click();
  await page.waitForLoadState();
  expect(await focusedInSight(page)).toMatch(/^text-\d+-comment$/);
  await page.locator('textarea:focus').fill('Too short.');
  await page.locator('details:has(:focus) button[value=wrong]').click();
  await page.waitForURL(/#text-\d+$/);
  const { y = -1 } = (await page.locator(':target').boundingBox()) ?? {};
  expect([y >= 0, y < 400]).toEqual([true, true]);
  expect(line.takeProblems().filter((each) => !/status of 4(?:09|22)/.test(each))).toEqual([]);
});
