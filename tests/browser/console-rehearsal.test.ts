import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import type { Role } from '../../src/office/staff/role.ts';
import type { Draft } from '../../src/words/draft.ts';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { disasterDraft } from '../support/disaster-draft.ts';
import { serveSounds } from '../support/serve-sounds.ts';
import { tanaka } from '../support/small-office.ts';
import { stoppedAt } from '../support/stopped-at.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

/** Signs in somebody at a line that was published once. Sounds are served as the line serves them. */
async function start({
  role = 'editor',
  draft,
  ...options
}: {
  role?: Role;
  draft?: Draft;
  javaScriptEnabled?: boolean;
} = {}): Promise<BrowserConsole> {
  const line = await consoles.start(options, draft ? { draft } : {});
  serveSounds(line);
  await line.office.publish({ comment: 'the beginning' });
  await line.letIn('hanako', role);
  await line.signIn('hanako');
  return line;
}

const key = (page: Page, sign: string) => page.locator(`[data-sign="${sign}"]`);
const turns = (page: Page, count: number) =>
  page
    .locator('.rehearsal-turn')
    .nth(count - 1)
    .waitFor();

test.each(languages)('axe finds nothing on the rehearsal phone and the pages below it (%s)', async (language) => {
  const line = await start();
  const { page, office } = line;
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
  };
  await line.open(`/language/${language}?next=%2Fconsole%2Frehearsal`);
  await look('rehearsal-settings');
  await line.open('/rehearsal?at=2026-11-24T10:00&path=12s0');
  await look('rehearsal-call');
  await page.locator('.rehearsal-map summary').click();
  await page.locator('.more summary').first().click();
  await look('rehearsal-unfolded');
  await page.locator('#title').fill('Somebody asks for a person');
  await page.locator('form[action="/console/rehearsal/calls"] button').click();
  await page.locator('.banner-good').first().waitFor();
  await look('rehearsal-calls');
  await office.save('en', 'place.where', 'It is at the next corner.');
  await line.open('/rehearsal/changes?language=en');
  await look('rehearsal-changes');
  await line.open('/rehearsal?at=2026-11-24T10:00&path=1');
  await page.locator('[data-report]').last().click();
  await look('rehearsal-problem');
  await page.locator('#comment').fill('It is too fast.');
  await page.locator('main form button[type=submit]').click();
  await page.locator('.banner-good').waitFor();
  await line.open('/rehearsal/problems');
  await page.locator('.more summary').click();
  await look('rehearsal-problems');
  await line.open('/texts/en/person');
  await look('text-with-problem');
  expect(line.takeProblems()).toEqual([]);
});

test('The keyboard alone is enough for a call on the draft, on a day that is simulated as a holiday', async () => {
  const line = await start();
  const { page, office } = line;
  await office.save('en', 'welcome', 'Never tell anybody your My Number.');
  await line.open('/rehearsal');
  await page.locator('#at').fill('2026-11-24T10:00');
  await page.locator('#holiday').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('#on').press('Tab');
  await page.getByRole('button', { name: 'この設定で電話をかける' }).focus();
  await page.keyboard.press('Enter');
  await turns(page, 1);
  await page.locator('[data-scripted]').waitFor();
  await page.keyboard.press('1');
  await turns(page, 2);
  expect(await page.locator('#latest').innerText()).toContain('Never tell anybody your My Number.');
  await page.keyboard.press('0');
  await turns(page, 3);
  expect(await page.locator('#latest').innerText()).toContain('The office is closed now.');
  expect(page.url()).toContain('holiday=yes');
  expect(page.url()).toContain('path=10');
});

test('The next turn comes without loading a page, plays by itself and marks the sentence that is spoken', async () => {
  const line = await start();
  const { page } = line;
  await line.open('/rehearsal?at=2026-11-24T10:00&path=');
  await page.locator('main').evaluate((main: { dataset: { stays?: string } }) => {
    main.dataset.stays = 'yes';
  });
  await key(page, '1').click();
  await turns(page, 2);
  expect(await page.locator('#link').inputValue()).toBe(page.url());
  expect(await page.locator('[data-copy]').isVisible()).toBe(true);
  await page.locator('#latest [data-spoken]').first().waitFor();
  expect(await page.locator('main').getAttribute('data-stays')).toBe('yes');
  expect(await page.locator('#latest [data-spoken]').count()).toBe(1);
  await page.locator('#latest [data-sentence="1"][data-spoken]').waitFor();
  await page.locator('[data-stop]').click();
  await page.locator('#latest [data-spoken]').waitFor({ state: 'detached' });
  await page.locator('#latest [data-report]').first().click();
  expect(Number(await page.locator('#second').inputValue())).toBeGreaterThan(1);
});

test('A transfer can be busy, the map counts the places of several calls together, and a call can be kept', async () => {
  const line = await start();
  const { page, office } = line;
  await line.open('/rehearsal?at=2026-11-24T10:00&path=');
  for (const [index, sign] of ['1', '0', 'b'].entries()) {
    await key(page, sign).click();
    await turns(page, index + 2);
  }
  expect(await page.locator('#latest').innerText()).toContain('Nobody answered.');
  expect(await page.locator('[data-coverage]').innerText()).toContain('7か所のうち4か所');
  await line.open('/rehearsal?at=2026-11-24T10:00&path=11');
  expect(await page.locator('[data-coverage]').innerText()).toContain('7か所のうち5か所');
  await page.locator('#title').fill('The days by key 1');
  await page.getByRole('button', { name: 'テストとして残す' }).click();
  await page.getByText('1件すべて、前と同じ動きです。').waitFor();
  const { revision, file } = (await office.desk.read()).line;
  const topics = file.topics.toReversed().map((topic, index) => ({ ...topic, key: String(index + 1) }));
  const form = { basedOn: revision, file: { ...file, topics }, what: 'line', about: {} } as const;
  expect((await office.desk.saveLine(tanaka, form)).kind).toBe('saved');
  await line.open('/publish');
  await page.locator('.finding-more', { hasText: 'W-04' }).first().waitFor({ state: 'attached' });
  expect(await page.locator('#comment').count()).toBe(0);
  expect(await office.publish({ warningsReason: 'meant' })).toMatchObject(stoppedAt('kept-calls'));
});

test('If a disaster is chosen on the page, the notice is heard first', async () => {
  const line = await start({ draft: disasterDraft() });
  const { page } = line;
  await line.open('/rehearsal');
  await page.locator('#disaster').selectOption('own');
  await page.locator('.more summary').click();
  await page.locator('#kind').selectOption('storm');
  await page.getByLabel('南').check();
  await page.getByRole('button', { name: 'この設定で電話をかける' }).click();
  await turns(page, 1);
  expect(await page.locator('#latest').innerText()).toContain('There is a large disaster now.');
  await key(page, '1').click();
  await turns(page, 2);
  expect(await page.locator('#latest').innerText()).toMatch(/There is a storm\.[\s\S]*This is for the south\./);
});

test('Without script, every key is a button of a form, and the address holds the keys of the call', async () => {
  const line = await start({ javaScriptEnabled: false });
  const { page } = line;
  await line.open('/rehearsal');
  await page.getByRole('button', { name: 'この設定で電話をかける' }).click();
  for (const sign of ['1', '2', 's']) await key(page, sign).click();
  await turns(page, 4);
  expect(new URL(page.url()).searchParams.get('path')).toBe('12s');
  expect(await page.locator('.rehearsal-turn h3').allInnerTexts()).toEqual([
    '1. 言語の選択',
    '2. 項目のメニュー',
    '3. ごみの場所 の1',
    '4. 項目のメニュー',
  ]);
  await page.getByRole('button', { name: '一つ前に戻る' }).click();
  await page.waitForURL((url) => url.searchParams.get('path') !== '12s');
  expect(new URL(page.url()).searchParams.get('path')).toBe('12');
});
