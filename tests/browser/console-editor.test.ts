import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { startVisit } from '../support/browser.ts';
import { type BrowserConsole, useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';
import { goodPassword } from '../support/test-desk.ts';

const consoles = useConsole();

/** A console in which an editor is signed in. Sounds are served as the line serves them. */
async function start(): Promise<BrowserConsole> {
  const line = await consoles.start();
  serveSounds(line);
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  return line;
}

const english = '/texts/en/days.which';
const save = (page: Page) => page.getByRole('button', { name: '保存する' });
const states = (page: Page, prompt: string) =>
  page.locator('.ledger tbody tr', { hasText: prompt }).locator('td').allInnerTexts();
/** Browsers log every response with an error status. Nothing but responses with this status may have been logged. */
const expectOnlyStatuses = (line: BrowserConsole, status: number) =>
  expect(line.takeProblems().filter((problem) => !problem.includes(`status of ${status}`))).toEqual([]);

test('An editor opens a text, types, inserts a value by its button, sees findings, hears the sound, and saves', async () => {
  const line = await start();
  const { page } = line;
  await line.open('/texts');
  await page.locator('.ledger tbody tr', { hasText: 'days.which' }).locator('td a').nth(1).click();
  await page.locator('#text').fill('This changes soon.\nPut your waste out in the morning.');
  const chip = page.locator('.chips li').filter({ has: page.locator('[data-insert=firstDay]') });
  await chip.getByText('足りません').waitFor();
  await page.locator('#check .finding-more', { hasText: 'T-17' }).first().waitFor();
  expect(await page.locator('#check-said').textContent()).toBe(await page.locator('.check-summary').textContent());
  await page.locator('#text').press('Control+Home');
  for (let count = 0; count < 'This changes '.length; count += 1) await page.keyboard.press('ArrowRight');
  await chip.getByRole('button').click();
  expect(await page.locator('#text').inputValue()).toMatch(/^This changes \{\{firstDay\}\}soon\./);
  await page.keyboard.type(', ');
  await chip.getByText('入っています').waitFor();
  await page.getByText('指摘はありません。').first().waitFor();
  await page.getByRole('button', { name: 'ふつうの速さで聞く' }).click();
  const audio = page.locator('#sound audio');
  await audio.waitFor();
  await expect(
    audio.evaluate(
      (sound: { currentTime: number }) =>
        new Promise((tell) => {
          const look = () => (sound.currentTime > 0.3 ? tell('it plays') : setTimeout(look, 50));
          look();
        }),
    ),
  ).resolves.toBe('it plays');
  await page.getByText(/実際の長さ:\d+\.\d秒/).waitFor();
  await save(page).click();
  await page.locator('.banner-good').waitFor();
  expect(await page.evaluate(`document.activeElement.textContent.trim()`)).toMatch(/^保存しました。/);
  expect((await line.office.desk.read()).find('en', 'days.which')?.sentences[0]).toBe(
    'This changes {{firstDay}}, soon.',
  );
});

test('After a change of the source, all other languages are stale, and a new translation waits for approval', async () => {
  const line = await start();
  const { page } = line;
  await line.open('/texts/ja/days.which');
  await page
    .locator('#text')
    .fill('{{firstDay}}から {大|おお}きく 変わります。\nごみは {朝|あさ} {出|だ}して ください。');
  await page.getByRole('button', { name: '{変|か} を入れる' }).click();
  expect(await page.locator('#text').inputValue()).toContain('{変|か}わります。');
  await page.locator('#text').press('Control+Enter');
  await page.locator('.banner-good').waitFor();
  await line.open('/texts');
  expect(await states(page, 'days.which')).toEqual(['承認待ち', '要見直し', '要見直し']);
  await line.open(english);
  await page.locator('.change ins', { hasText: '大' }).waitFor();
  await page.locator('#text').fill('This changes much on {{firstDay}}.\nPut your waste out in the morning.');
  await save(page).click();
  await page.locator('.banner-good').waitFor();
  await line.open('/texts');
  expect(await states(page, 'days.which')).toEqual(['承認待ち', '承認待ち', '要見直し']);
});

test('If two people save at once, the second sees both texts, keeps what was typed, and overwrites on purpose', async () => {
  const line = await start();
  const browser = line.page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  const other = await startVisit(browser, { storageState: await line.page.context().storageState() });
  for (const page of [line.page, other.page]) await page.goto(`${line.address}/console${english}`);
  await line.page.locator('#text').fill('Hers on {{firstDay}}.');
  await save(line.page).click();
  await line.page.locator('.banner-good').waitFor();
  await other.page.locator('#text').fill('His on {{firstDay}}.');
  await save(other.page).click();
  await other.page.locator('.banner-error').waitFor();
  expect(await other.page.locator('#text').inputValue()).toBe('His on {{firstDay}}.');
  expect(await other.page.locator('.change').innerText()).toMatch(/Hers.*His/s);
  await other.page.getByRole('button', { name: '相手の文をわかったうえで、あなたの文で上書きする' }).click();
  await other.page.locator('.banner-good').waitFor();
  expect((await line.office.desk.read()).find('en', 'days.which')?.sentences).toEqual(['His on {{firstDay}}.']);
  expect(other.takeProblems().filter((problem) => !problem.includes('status of 409'))).toEqual([]);
  await other.end();
});

test('While an IME composes, nothing is checked and nothing is saved', async () => {
  const line = await start();
  const { page } = line;
  await line.open('/texts/ja/place.where');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
  });
  await page.locator('#text').press('Control+End');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'みち', selectionStart: 2, selectionEnd: 2 });
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(1200);
  expect(asked).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
  await client.send('Input.insertText', { text: '道' });
  await page.locator('#check .finding-more', { hasText: 'J-01' }).waitFor();
  expect(asked).toEqual(['/console/texts/ja/place.where/check']);
  expect(await page.locator('#text').inputValue()).toBe('{道|みち}の {角|かど}です。道');
  await page.locator('#text').fill('{道|みち}の {角|かど}です。');
});

test('Leaving a page asks first if it has unsaved text, but not without a change or after saving', async () => {
  const line = await start();
  const { page } = line;
  const asked: string[] = [];
  page.on('dialog', async (dialog) => {
    asked.push(dialog.type());
    await dialog.accept();
  });
  await line.open(english);
  await page.locator('#text').click();
  await line.open('/texts');
  expect(asked).toEqual([]);
  await line.open(english);
  await page.locator('#text').press('Control+End');
  await page.keyboard.type(' More.');
  await line.open('/texts');
  expect(asked).toEqual(['beforeunload']);
  await line.open(english);
  await page.locator('#text').press('Control+End');
  await page.keyboard.type(' More.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.banner-good').waitFor();
  await line.open('/texts');
  expect(asked).toEqual(['beforeunload']);
});

test('If a session ends, nothing is lost: the check says so, and the text is saved after signing in again', async () => {
  const line = await start();
  const { page } = line;
  await line.open(english);
  line.clock.now += 60 * 60_000;
  await page.locator('#text').fill('Kept on {{firstDay}}.');
  await page.locator('#check .banner-error', { hasText: '入力した内容は画面に残っています' }).waitFor();
  await save(page).click();
  await page.locator('#name').fill('hanako');
  await page.locator('#password').fill(goodPassword);
  await page.locator('main button').first().click();
  await page.getByRole('button', { name: 'この内容を送信する' }).click();
  await page.locator('.banner-good').waitFor();
  expect((await line.office.desk.read()).find('en', 'days.which')?.sentences).toEqual(['Kept on {{firstDay}}.']);
  expectOnlyStatuses(line, 401);
});

test('The keyboard alone is enough to insert a value, to listen and to save', async () => {
  const line = await start();
  const { page } = line;
  const tabTo = async (selector: string) => {
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`The focus never came to ${selector}.`);
  };
  await line.open(english);
  await tabTo('#text');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('It changes on ');
  await tabTo('[data-insert=firstDay]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await tabTo('[value=slow]');
  await page.keyboard.press('Enter');
  await page.locator('#sound audio').waitFor();
  expect(await page.evaluate(`document.activeElement.value`)).toBe('slow');
  await page.locator('#text').focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.banner-good').waitFor();
  expect((await line.office.desk.read()).find('en', 'days.which')?.sentences).toEqual(['It changes on {{firstDay}}.']);
});
