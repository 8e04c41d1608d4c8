import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();

/** Keys that are pressed while an IME composes. Browsers report them to pages with the key code 229. */
const keys = [
  { key: 'j', code: 'KeyJ' },
  { key: '1', code: 'Digit1' },
  { key: 'ArrowDown', code: 'ArrowDown' },
  { key: ' ', code: 'Space' },
  { key: 'Enter', code: 'Enter' },
  { key: 'Enter', code: 'Enter', modifiers: 2 },
] as const;

/** Composes in the focused field: types the reading, presses `keys`, and confirms the words. */
async function compose(page: Page, reading: string, words: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const end = reading.length;
  await client.send('Input.imeSetComposition', { text: reading, selectionStart: end, selectionEnd: end });
  for (const key of keys) {
    await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, ...key });
    await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
  await client.send('Input.insertText', { text: words });
  await client.detach();
}

test('Keys that are pressed while an IME composes submit nothing and do not act as shortcuts', async () => {
  const line = await consoles.start();
  const { page, office } = line;
  serveSounds(line);
  await office.publish();
  await office.save('en', 'goodbye', 'So long.');
  await office.save('en', 'limit', ...Array(8).fill('This is a long sentence with many words in it'));
  await line.letIn('hanako', 'administrator');
  await line.signIn('hanako');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.replace('/console', ''));
  });

  await line.open('/texts/all/place.where');
  await page.locator('#text-ja').press('Control+End');
  await compose(page, 'みち', '道');
  expect(await page.locator('#text-ja').inputValue()).toBe('{道|みち}の {角|かど}です。道');
  // The text is checked after the composition, but it is not saved.
  await page.locator('#check-ja .finding-more', { hasText: 'J-01' }).waitFor();
  expect(sent.filter((path) => !path.includes('/check/'))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe('/console/texts/all/place.where');
  await page.locator('#text-ja').fill('{道|みち}の {角|かど}です。');

  await line.open('/approvals/en');
  await page.getByRole('button', { name: '印を付けた文を続けて聞く' }).click();
  await page.locator('.approve-text[data-spoken]').waitFor();
  sent.length = 0;
  /** Whether the first sound, which takes twenty seconds, is still playing. */
  const goesOn = () => page.locator('audio').evaluate(({ paused, currentTime }: Sound) => !paused && currentTime < 15);
  const fold = page.locator('details', { has: page.locator('input[name=comment]') }).first();
  await fold.locator('summary').click();
  await fold.locator('input[name=comment]').focus();
  await compose(page, 'はやい', '速い');
  expect(await fold.locator('input[name=comment]').inputValue()).toBe('速い');
  expect(await goesOn()).toBe(true);
  await page.locator('#reader').focus();
  await compose(page, 'きむ', '金');
  expect(await page.locator('#reader').inputValue()).toBe('金');
  expect(await goesOn()).toBe(true);
  expect(sent.filter((path) => !path.endsWith('/listened'))).toEqual([]);

  await line.open('/rehearsal?at=2026-11-24T10:00&path=1');
  await page.locator('[data-scripted]').first().waitFor();
  sent.length = 0;
  const title = page.locator('#title');
  await title.focus();
  await compose(page, 'ごみのひ', 'ごみの日');
  expect(await title.inputValue()).toBe('ごみの日');
  expect(await page.locator('.rehearsal-turn').count()).toBe(2);
  expect([sent, new URL(page.url()).searchParams.get('path')]).toEqual([[], '1']);
  // Outside the field and without an IME, the same key is a shortcut.
  await title.blur();
  await page.keyboard.press('1');
  await page.locator('.rehearsal-turn').nth(2).waitFor();
});

/** The parts of an audio element that this test uses. */
interface Sound {
  readonly paused: boolean;
  readonly currentTime: number;
}
