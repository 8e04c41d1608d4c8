import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { tanaka } from '../support/small-office.ts';

const consoles = useConsole();
const text = '/texts/en/days.which';

/** What has the focus: its first words, or nothing for the page itself. */
const focused = (page: Page) =>
  page.evaluate<string>(
    "document.activeElement === document.body ? '' : document.activeElement.textContent.trim().slice(0, 20)",
  );

async function start() {
  const line = await consoles.start();
  // Something at the top of every page that was there before anybody did anything.
  await line.office.save('en', 'goodbye', 'So long.');
  await line.office.publish({ emergencyReason: 'the river' }, tanaka, null);
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  return line;
}

test('A banner that was on the page already takes no focus; what answers a form does', async () => {
  const line = await start();
  const { page } = line;
  await line.open(text);
  expect(await page.locator('main .banner').first().textContent()).toContain('緊急に公開しました');
  expect(await focused(page)).toBe('');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.waitForURL('**notice=**');
  expect(await focused(page)).toContain('変わっていません。');
  await page.locator('#text').fill('😀');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText('保存していません。').waitFor();
  expect(await focused(page)).toContain('保存していません。');
  expect(line.takeProblems().filter((each) => !/status of 422/.test(each))).toEqual([]);
});

test('A text that is too long for the server comes back when one returns to its page', async () => {
  const line = await start();
  const { page } = line;
  await line.open(text);
  const long = `It is long. ${'x'.repeat(230 * 1024)}`;
  await page.locator('#text').fill(long);
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByText('入力した内容はこの端末に残っています。').waitFor();
  await page.getByRole('link', { name: '前の画面へ戻る' }).click();
  await page.waitForURL(`**${text}`);
  expect((await page.locator('#text').inputValue()).length).toBe(long.length);
  page.on('dialog', (dialog) => void dialog.accept());
  await line.open('/texts');
  await line.open(text);
  expect(await page.locator('#text').inputValue()).toContain('This changes on');
  expect(line.takeProblems().filter((each) => !/status of 413/.test(each))).toEqual([]);
});
