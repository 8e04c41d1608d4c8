import type { Locator } from 'playwright-core';
import { expect, test } from '#jest';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { goodPassword } from '../support/test-desk.ts';

const consoles = useConsole();
const address = '/texts/en/goodbye';
const typed = 'Goodbye, and thank you for calling.';

async function start(): Promise<BrowserConsole> {
  const line = await consoles.start();
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  return line;
}

/** Sends a form while the line has no office. The answer of the line is a page without script. */
async function sendToNobody({ page, takeProblems }: BrowserConsole, button: Locator): Promise<void> {
  await page.route('**/console/**', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>The console is unavailable</h1>' })
      : route.continue(),
  );
  await button.click();
  await page.getByRole('heading', { name: 'The console is unavailable' }).waitFor();
  await page.unroute('**/console/**');
  expect(takeProblems().filter((problem) => !problem.includes('status of 503'))).toEqual([]);
}

/** Types a text and sends it while the line has no office. */
async function saveToNobody(line: BrowserConsole): Promise<void> {
  await line.open(address);
  await line.page.locator('#text').fill(typed);
  await sendToNobody(line, line.page.getByRole('button', { name: '保存する' }));
}

test('A text that was sent while the office was away is restored in its form, which says so, and can be saved', async () => {
  const line = await start();
  const { page } = line;
  await saveToNobody(line);
  await line.open(address);
  await page.getByText('前に入力した内容を欄に戻しました。').waitFor();
  expect(await page.locator('#text').inputValue()).toBe(typed);
  await page.locator('#check', { hasText: typed }).waitFor();
  expect(await lookAt(page, 'restored')).toEqual([]);
  await page.getByRole('button', { name: '保存する' }).click();
  await page.locator('.banner-good').waitFor();
  await line.open(address);
  expect(await page.getByText('前に入力した内容を欄に戻しました。').count()).toBe(0);
  expect((await line.office.desk.read()).find('en', 'goodbye')?.sentences).toEqual([typed]);
});

test('Such a text is also restored if its author has to sign in first', async () => {
  const line = await start();
  const { page } = line;
  await saveToNobody(line);
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: cookies.find(({ name }) => /session/i.test(name))?.name ?? 'none' });
  await line.open(address);
  await page.locator('#name').fill('hanako');
  await page.locator('#password').fill(goodPassword);
  await page.locator('main button[type=submit]').click();
  await page.getByText('前に入力した内容を欄に戻しました。').waitFor();
  expect(await page.locator('#text').inputValue()).toBe(typed);
});

test('If somebody else saved meanwhile, both texts are shown when such a text is saved', async () => {
  const line = await start();
  const { page } = line;
  await saveToNobody(line);
  await line.office.save('en', 'goodbye', 'Goodbye from somebody else.');
  await line.open(address);
  await page.getByText('前に入力した内容を欄に戻しました。').waitFor();
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText('Goodbye from somebody else.').first().waitFor();
  expect(await page.locator('#text').inputValue()).toBe(typed);
  expect((await line.office.desk.read()).find('en', 'goodbye')?.sentences).toEqual(['Goodbye from somebody else.']);
  expect(line.takeProblems().filter((problem) => !problem.includes('status of 409'))).toEqual([]);
});

test('Somebody who signed out in another window signs in again and sends what was typed', async () => {
  const line = await start();
  const { page } = line;
  await line.open(address);
  await page.locator('#text').fill(typed);
  const other = await page.context().newPage();
  await other.goto(`${line.address}/console`);
  await other.getByRole('button', { name: 'サインアウト' }).first().click();
  await other.locator('#name').waitFor();
  await other.close();
  await page.getByRole('button', { name: '保存する' }).click();
  await page.locator('#name').fill('hanako');
  await page.locator('#password').fill(goodPassword);
  await page.locator('main button[type=submit]').click();
  await page.locator('main form[action="/console/texts/en/goodbye"] button').first().click();
  await page.locator('.banner-good').waitFor();
  expect((await line.office.desk.read()).find('en', 'goodbye')?.sentences).toEqual([typed]);
  expect(line.takeProblems().filter((problem) => !/status of 40[13]/.test(problem))).toEqual([]);
});

test('If several forms have one address, such a text is restored in the form into which it was typed', async () => {
  const line = await consoles.start();
  const { page, office } = line;
  await office.save('en', 'goodbye', 'Thank you, and so long.');
  await office.save('en', 'days.which', 'Everything changes on {{firstDay}}.');
  await line.letIn('taro', 'approver');
  await line.signIn('taro');
  await line.open('/approvals/en');
  // The texts that callers already hear are in a closed section.
  await page.locator('details:has(details form[action$="/send-back"]) > summary').click();
  const folds = page.locator('details:not(:has(details))', { has: page.locator('form[action$="/send-back"]') });
  expect(await folds.count()).toBeGreaterThan(1);
  const comments = folds.locator('input[name=comment]');
  await folds.last().locator('summary').click();
  await comments.last().fill('Say what changes.');
  await sendToNobody(line, folds.last().getByRole('button'));
  await line.open('/approvals/en');
  await page.getByText('前に入力した内容を欄に戻しました。').waitFor();
  const last = (await comments.count()) - 1;
  for (let index = 0; index <= last; index += 1) {
    expect(await comments.nth(index).inputValue()).toBe(index === last ? 'Say what changes.' : '');
  }
  expect(await comments.last().isVisible()).toBe(true);
});

test('After a sign-out in this window, the next person does not see what was typed before', async () => {
  const line = await start();
  await saveToNobody(line);
  await line.open('');
  await line.page.getByRole('button', { name: 'サインアウト' }).first().click();
  await line.page.locator('#name').waitFor();
  await line.letIn('jiro', 'editor');
  await line.signIn('jiro');
  await line.open(address);
  expect(await line.page.locator('#text').inputValue()).not.toBe(typed);
  expect(await line.page.getByText('前に入力した内容を欄に戻しました。').count()).toBe(0);
});
