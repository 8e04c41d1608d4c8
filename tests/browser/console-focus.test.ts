import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { tanaka } from '../support/small-office.ts';

const consoles = useConsole();
const text = '/texts/en/days.which';

/** The first words of the focused element; empty if no element has the focus. */
const focused = (page: Page) =>
  page.evaluate<string>(
    "document.activeElement === document.body ? '' : document.activeElement.textContent.trim().slice(0, 20)",
  );

async function start() {
  const line = await consoles.start();
  // After an emergency publication, every page has a banner at its top.
  await line.office.save('en', 'goodbye', 'So long.');
  await line.office.publish({ emergencyReason: 'the river' }, tanaka, null);
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  return line;
}

test('A banner that was already on the page does not take the focus, but the answer to a form does', async () => {
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

test('A text that is too long for the server is restored when its author returns to the page', async () => {
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
