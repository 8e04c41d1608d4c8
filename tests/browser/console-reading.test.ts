import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';
import { tanaka } from '../support/small-office.ts';

const { start } = useConsole();

test('A native reader without an account reads in their own language, on pages without script, with the keyboard', async () => {
  const { page, open, office, letIn, signIn, takeProblems } = await start({}, { draft: bundledDraft() });
  const made = await office.readings.make(tanaka, { language: 'pt', reader: 'Maria Souza' });
  if (made.kind !== 'made') throw new Error(made.kind);
  const reading = `/reading/${made.token}`;
  const wrong: unknown[] = [];
  const look = async (picture: string) => void wrong.push(...(await lookAt(page, picture)));

  await open(reading);
  await look('reading-first');
  await page.locator('.reading-groups a').nth(1).click();
  await page.locator('.reading-text summary').first().click();
  await look('reading-group');
  // The answer leads to the next text.
  await page.locator('button[value=right]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#text-\d+$/);
  expect(await page.locator('.reading-said-right').count()).toBe(1);
  const text = page.locator('.reading-text').nth(1);
  await text.locator('summary').last().click();
  await text.locator('button[value=wrong]').click();
  expect(await page.locator('.field-error').count()).toBe(1);
  await look('reading-refused');
  expect(takeProblems()).toEqual([expect.stringContaining('422')]);
  const typed = page.locator('.reading-text').nth(1);
  await typed.locator('input[type=checkbox]').first().check();
  await typed.locator('textarea').fill('Ninguém fala assim.');
  await typed.locator('button[value=wrong]').click();
  await page.waitForURL(/#text-\d+$/);
  expect(await page.locator('.reading-said-wrong').count()).toBe(1);

  const opened = await office.readings.open(made.token);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  for (const { prompt, hash, judgement } of opened.groups.flatMap(({ texts }) => texts)) {
    const answer = { prompt, hash, isRight: true, sentences: [], comment: '' };
    if (!judgement) await office.readings.judge(made.token, answer);
  }
  await open(reading);
  await page.locator('#statement').check();
  await look('reading-end');
  await page.locator('#finish + form button').click();
  await page.getByText('Muito obrigado').waitFor();

  await letIn('hanako', 'editor');
  await signIn('hanako');
  await open('/readers');
  await look('readers');
  await page.locator('#reader').fill('김 선생');
  await page.locator('main form button').last().click();
  await page.locator('#link').waitFor();
  await look('readers-link');
  await open('/readers/1');
  await look('readers-one');
  await page.locator('main h3 a').click();
  await look('text-with-remark');
  expect(wrong).toEqual([]);
});
