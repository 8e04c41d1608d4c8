import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';

const { start } = useConsole();

test('Sounds are saved as a ZIP and taken in again, with the keyboard', async () => {
  const { page, open, letIn, signIn } = await start();
  await letIn('hanako', 'approver');
  await signIn('hanako');
  const wrong: unknown[] = [];
  await open('/sounds');
  wrong.push(...(await lookAt(page, 'sounds')));
  const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="/en.zip"]').press('Enter')]);
  const path = await saved.path();
  await page.locator('#file').setInputFiles({ name: 'hello.wav', mimeType: 'audio/wav', buffer: Buffer.from('hello') });
  await page.locator('form[enctype] button').press('Enter');
  await page.locator('.banner-warning').waitFor();
  wrong.push(...(await lookAt(page, 'sounds-refused')));
  await page.locator('#file').setInputFiles(path);
  await page.locator('form[enctype] button').press('Enter');
  await page.locator('.banner-good, .banner-warning').waitFor();
  expect(await page.locator('main .banner').first().innerText()).toContain('もうありました');
  wrong.push(...(await lookAt(page, 'sounds-taken')));
  expect(wrong).toEqual([]);
});
