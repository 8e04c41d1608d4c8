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

/** Types something and sends it while the line has no office: its answer has no script. */
async function sendToNobody({ page, open, takeProblems }: BrowserConsole): Promise<void> {
  await open(address);
  await page.locator('#text').fill(typed);
  await page.route('**/console/texts/**', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>The console is away</h1>' })
      : route.continue(),
  );
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('heading', { name: 'The console is away' }).waitFor();
  await page.unroute('**/console/texts/**');
  expect(takeProblems().filter((problem) => !problem.includes('status of 503'))).toEqual([]);
}

test('What was sent to an office that was away is back in its form, with a sentence, and can be saved', async () => {
  const line = await start();
  const { page } = line;
  await sendToNobody(line);
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

test('It is back also when one has to sign in first', async () => {
  const line = await start();
  const { page } = line;
  await sendToNobody(line);
  const cookies = await page.context().cookies();
  await page.context().clearCookies({ name: cookies.find(({ name }) => /session/i.test(name))?.name ?? 'none' });
  await line.open(address);
  await page.locator('#name').fill('hanako');
  await page.locator('#password').fill(goodPassword);
  await page.locator('main button[type=submit]').click();
  await page.getByText('前に入力した内容を欄に戻しました。').waitFor();
  expect(await page.locator('#text').inputValue()).toBe(typed);
});

test('When somebody else saved meanwhile, the answer shows both', async () => {
  const line = await start();
  const { page } = line;
  await sendToNobody(line);
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
