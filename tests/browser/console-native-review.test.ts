import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';
import { tanaka } from '../support/small-office.ts';

const { start } = useConsole();
/** Runs in the browser, whose types TypeScript for Node does not know. */
declare const getComputedStyle: (element: unknown) => { readonly wordBreak: string };

test('A native reader without an account reads in their own language, on pages without script, with the keyboard', async () => {
  const { page, open, office, letIn, signIn, takeProblems } = await start({}, { draft: bundledDraft() });
  const made = await office.nativeReviews.make(tanaka, { language: 'pt', reader: 'Maria Souza' });
  if (made.kind !== 'made') throw new Error(made.kind);
  const review = `/reading/${made.token}`;
  const wrong: unknown[] = [];
  const look = async (picture: string) => void wrong.push(...(await lookAt(page, picture)));

  await open(review);
  await look('reading-first');
  await page.locator('.review-groups a').nth(1).click();
  await page.locator('.review-text summary').first().click();
  await look('reading-group');
  // The answer leads to the next text.
  await page.locator('button[value=right]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#text-\d+$/);
  expect(await page.locator('.review-said-right').count()).toBe(1);
  const text = page.locator('.review-text').nth(1);
  await text.locator('summary').last().click();
  await text.locator('button[value=wrong]').click();
  expect(await page.locator('.field-error').count()).toBe(1);
  await look('reading-refused');
  expect(takeProblems()).toEqual([expect.stringContaining('422')]);
  const typed = page.locator('.review-text').nth(1);
  await typed.locator('input[type=checkbox]').first().check();
  await typed.locator('textarea').fill('Ninguém fala assim.');
  await typed.locator('button[value=wrong]').click();
  await page.waitForURL(/#text-\d+$/);
  expect(await page.locator('.review-said-wrong').count()).toBe(1);

  const opened = await office.nativeReviews.open(made.token);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  for (const { prompt, hash, judgement } of opened.groups.flatMap(({ texts }) => texts)) {
    const answer = { prompt, hash, isRight: true, sentences: [], comment: '' };
    if (!judgement) await office.nativeReviews.judge(made.token, answer);
  }
  await open(review);
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

test('All texts of a language are heard and answered with at most 25 clicks, on a telephone and with the keyboard', async () => {
  const small = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };
  const { page, open, office, address } = await start(small, { draft: bundledDraft() });
  const made = await office.nativeReviews.make(tanaka, { language: 'ko', reader: '김 선생' });
  if (made.kind !== 'made') throw new Error(made.kind);
  const opened = await office.nativeReviews.open(made.token);
  if (opened.kind !== 'open') throw new Error(opened.kind);
  const texts = opened.groups.flatMap((group) => group.texts);
  expect(texts.length).toBeGreaterThan(80);
  let clicks = 0;
  /** Presses a part with the keyboard, and counts it as a click. It must be focusable and at least 24 pixels high. */
  const press = async (selector: string, key = 'Enter') => {
    clicks += 1;
    const target = page.locator(selector).first();
    await target.focus();
    expect([selector, await page.locator(`${selector}:focus`).count()]).toEqual([selector, 1]);
    const { height = 0 } = (await target.boundingBox()) ?? {};
    expect([selector, height >= 24]).toEqual([selector, true]);
    await page.keyboard.press(key);
  };
  await open(`/reading/${made.token}`);
  await press('.review-groups a');
  // Korean text wraps at spaces, and the Japanese text beside it between any two characters.
  const wrapping = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).wordBreak);
  expect(await wrapping('.review-words li')).toBe('keep-all');
  expect(await wrapping('.preview[lang=ja] li')).toBe('normal');
  for (const group of opened.groups) {
    await page.waitForURL(new RegExp(`/${group.id}$`));
    // Playing the sound of a whole group takes one click. The test does not play it, but requests it below.
    if (group.texts.length > 1) clicks += 1;
    const sound = await page.locator('audio').first().getAttribute('src');
    expect((await page.request.get(`${address}${sound}`, { maxRedirects: 0 })).status()).toBe(302);
    await press('button[value=group]');
  }
  await page.waitForURL(/#finish$/);
  await press('#statement', 'Space');
  await press('#finish + form button');
  await page.getByText('감사합니다').waitFor();
  expect([texts.length, clicks <= 25, clicks]).toEqual([texts.length, true, clicks]);
  expect((await office.desk.read()).find('ko', 'goodbye')).toMatchObject({ isReviewed: true, reason: '김 선생' });
});
