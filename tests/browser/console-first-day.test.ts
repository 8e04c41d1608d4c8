import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { goodPassword } from '../support/test-desk.ts';

const consoles = useConsole();

const heading = (page: Page) => page.locator('h1').textContent();
const firstLink = async (line: Awaited<ReturnType<typeof consoles.start>>): Promise<string> => {
  const made = await line.desk.firstSignInLink();
  if (made.kind !== 'made') throw new Error('No link was made.');
  return `/sign-in/${made.token}`;
};

test('The first account is set up by the first link; its password works after signing out', async () => {
  const line = await consoles.start();
  const { page } = line;
  await line.open(await firstLink(line));
  expect(await heading(page)).toBe('パスワードの設定');
  await page.getByLabel('ユーザー名').fill('hanako');
  await page.getByLabel('表示名').fill('田中 花子');
  await page.getByLabel('新しいパスワード 必須', { exact: true }).fill(goodPassword);
  await page.getByLabel('新しいパスワード(確認)').fill(goodPassword);
  await page.getByRole('button', { name: '設定してサインイン' }).click();
  await page.waitForURL('**/console');
  expect(await heading(page)).toBe('概要');
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.waitForURL('**/console/sign-in');
  await page.getByLabel('ユーザー名').fill('hanako');
  await page.getByLabel('パスワード').fill(goodPassword);
  await page.getByRole('button', { name: 'サインイン' }).click();
  await page.waitForURL('**/console');
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  expect([await heading(page), await page.locator('html').getAttribute('lang')]).toEqual(['Overview', 'en']);
});

test('The keyboard alone is enough, from the link to an account for a colleague', async () => {
  const line = await consoles.start();
  const { page } = line;
  const { keyboard } = page;
  const tabTo = async (selector: string) => {
    for (let count = 0; count < 40; count += 1) {
      await keyboard.press('Tab');
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`The focus never came to ${selector}.`);
  };
  await line.open(await firstLink(line));
  await tabTo('#name');
  await keyboard.type('hanako');
  await tabTo('#display');
  await keyboard.type('田中 花子');
  await tabTo('#new-password');
  await keyboard.type(goodPassword);
  await keyboard.press('Tab');
  await keyboard.type(goodPassword);
  await keyboard.press('Enter');
  await page.waitForURL('**/console');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await tabTo('.tasks a[href="/console/accounts"]');
  await keyboard.press('Enter');
  await page.waitForURL('**/accounts');
  await tabTo('a.button');
  await keyboard.press('Enter');
  await page.waitForURL('**/accounts/new');
  await tabTo('#name');
  await keyboard.type('taro');
  await keyboard.press('Tab');
  await keyboard.type('太郎');
  await keyboard.press('Tab');
  await keyboard.press('ArrowDown');
  await tabTo('main button');
  await keyboard.press('Enter');
  await page.locator('#link').waitFor();
  expect(await line.desk.findMember('taro')).toMatchObject({ display: '太郎', role: 'approver' });
});

test('A link in a mail opens the page if one is signed in, although the browser first withholds the cookie', async () => {
  const line = await consoles.start();
  const { page } = line;
  await line.letIn('hanako', 'viewer');
  await line.signIn('hanako');
  await page.goto('about:blank');
  await page.setContent(`<a href="${line.address}/console/audit">mail</a>`);
  await page.locator('a').click();
  await page.locator('h1', { hasText: '操作の記録' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/console/audit');
});

test('htmx is loaded, and the browser refuses to evaluate code for it', async () => {
  const line = await consoles.start();
  await line.open('/sign-in');
  expect(await line.page.evaluate('typeof htmx.version')).toBe('string');
  const evaluated = line.page.evaluate(
    // In a timer, because the code of a test is itself evaluated without regard to the Content Security Policy.
    `new Promise((tell) => setTimeout(() => {
      try { tell(Function('return 1')()); } catch (error) { tell(error.name); }
    }))`,
  );
  expect(await evaluated).toBe('EvalError');
  expect(line.takeProblems().filter((problem) => !/Content Security Policy|unsafe-eval/.test(problem))).toEqual([]);
});

test('One button copies the link for a colleague', async () => {
  const line = await consoles.start({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = line;
  await line.letIn('hanako', 'administrator');
  await line.signIn('hanako');
  await line.open('/accounts/new');
  await page.locator('#name').fill('taro');
  await page.locator('#display').fill('太郎');
  await page.locator('main button').click();
  await page.getByRole('button', { name: 'コピー' }).click();
  await page.getByText('コピーしました。').waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.locator('#link').inputValue());
});
