import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';

const consoles = useConsole();
const telephone = { width: 360, height: 740 };

test.each(['ja', 'en'] as const)(
  'The overview and the menu are accessible and fit on both widths, on the first day and in a disaster (%s)',
  async (language) => {
    const line = await consoles.start({}, { draft: bundledDraft(), isTwilioSet: false });
    const { page, disaster, office, open } = line;
    const look = async (name: string) => {
      expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
    };
    await line.letIn('hanako', 'administrator');
    await line.signIn('hanako');
    await open(`/language/${language}?next=%2Fconsole`);
    disaster.told.languages = [];
    await open('');
    await look('overview-first-day');
    disaster.told.languages = ['ja', 'en'];
    const { kind: published } = await office.publish({ warningsReason: 'the beginning' });
    expect(published).toBe('published');
    await office.save('en', 'goodbye', 'So long.');
    await open('');
    await look('overview-ordinary');
    const notice = { kind: 'earthquake', places: [], actions: [], at: '', until: '' };
    const { kinds = [] } = office.shelf.current.line.disaster ?? {};
    const by = { accountId: null, accountName: 'x', role: 'administrator' } as const;
    await disaster.desk.switchOn(by, 'on', { ...notice, kind: kinds[0] ?? '' });
    await disaster.desk.switchOn(by, 'drill', { ...notice, kind: kinds[0] ?? '' });
    await open('');
    await look('overview-disaster');
    await page.setViewportSize(telephone);
    await page.locator('.menu-folded summary').click();
    await look('menu-open');
  },
);

test('On a telephone, the first screen shows the page, because several banners are folded into one line', async () => {
  const line = await consoles.start({ viewport: telephone }, { draft: bundledDraft() });
  const { page, disaster, office, open } = line;
  await line.letIn('hanako', 'administrator');
  await line.signIn('hanako');
  const kind = office.shelf.current.line.disaster?.kinds[0] ?? '';
  const by = { accountId: null, accountName: 'x', role: 'administrator' } as const;
  for (const mode of ['on', 'drill'] as const) {
    await disaster.desk.switchOn(by, mode, { kind, places: [], actions: [], at: '', until: '' });
  }
  await open('/texts');
  const top = await page.locator('h1').evaluate((element: { getBoundingClientRect(): { top: number } }) => {
    return element.getBoundingClientRect().top;
  });
  expect(top).toBeLessThan(200);
  const banner = page.locator('.banners-folded .banner-error a');
  expect(await banner.isVisible()).toBe(false);
  const summary = page.locator('.banners-folded summary');
  expect(await summary.innerText()).toContain('災害のお知らせが流れています');
  // The keyboard alone is enough to open banners and menu.
  await summary.focus();
  await page.keyboard.press('Enter');
  expect(await banner.isVisible()).toBe(true);
  await page.locator('.menu-folded summary').focus();
  await page.keyboard.press('Enter');
  await page.locator('.menu-folded a[href="/console/publish"]').click();
  await page.waitForURL('**/publish');
});
