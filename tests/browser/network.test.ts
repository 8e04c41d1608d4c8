import type { Page } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { listen } from '../support/browser-sound.ts';

const phones = usePhone();

/** Collects the bodies of all requests for a turn from now on. */
function watchQuestions(page: Page): string[] {
  const questions: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/phone/turn')) questions.push(request.postData() ?? '');
  });
  return questions;
}

/**
 * Checks that the page reports a problem in a sentence. Trying again must send the same request and play its turn.
 * @param mend removes the problem
 */
async function tryAgain(
  phone: BrowserPhone,
  questions: readonly string[],
  sentence: string,
  mend: () => Promise<void>,
) {
  await phone.is('trouble');
  expect(await phone.page.getByRole('alert').innerText()).toContain(sentence);
  expect(await phone.turns.count()).toBe(1);
  await mend();
  await phone.part('retry-button').click();
  await phone.is('speaking');
  expect(questions).toHaveLength(2);
  expect(questions[1]).toBe(questions[0]);
  expect(await phone.turns.count()).toBe(2);
  expect(await phone.doings.count()).toBe(1);
  expect((await phone.newestTurn())[0]).toMatchObject({ prompt: 'welcome', language: 'en' });
  expect((await listen(phone.audio)).peak).toBeGreaterThan(0.02);
  expect(await phone.page.getByRole('alert').isVisible()).toBe(false);
}

describe('A network that drops in the middle of a call', () => {
  test('is reported in a sentence, and the same turn can be tried again', async () => {
    const phone = await phones.open();
    const questions = watchQuestions(phone.page);
    await phone.call();
    await phone.page.context().setOffline(true);
    await phone.part('key-1').click();
    await tryAgain(phone, questions, 'The line could not be reached.', () => phone.page.context().setOffline(false));
    expect(phone.takeProblems().filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  });

  test('after the line has answered loses no turn either', async () => {
    const phone = await phones.open();
    const questions = watchQuestions(phone.page);
    await phone.call();
    await phone.page.route('**/phone/turn', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await phone.part('key-1').click();
    await tryAgain(phone, questions, 'The line could not be reached.', () => phone.page.unroute('**/phone/turn'));
    expect(phone.takeProblems().filter((problem) => !problem.includes('ERR_CONNECTION_RESET'))).toEqual([]);
  });

  test('does not prevent the caller from hanging up', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.page.context().setOffline(true);
    await phone.part('key-1').click();
    await phone.is('trouble');
    await phone.part('hang-up-button').click();
    await phone.is('ended');
    expect(await phone.page.getByRole('alert').isVisible()).toBe(false);
    phone.takeProblems();
  });
});

test('If the line explains why it cannot answer, the page shows its words', async () => {
  const phone = await phones.open();
  const questions = watchQuestions(phone.page);
  await phone.call();
  const error = 'Too many calls from here.';
  await phone.page.route('**/phone/turn', (route) => route.fulfill({ status: 429, json: { error } }));
  await phone.part('key-1').click();
  await tryAgain(phone, questions, error, () => phone.page.unroute('**/phone/turn'));
  expect(phone.takeProblems()).toEqual([expect.stringContaining('429')]);
});

test('An open page shows a disaster notice that is switched on, and hides it when it has ended', async () => {
  const phone = await phones.open({ query: '?language=ko' });
  let disaster: unknown[] = [{ language: 'ko', sentences: [[{ text: '강물이 넘칩니다.' }]] }];
  await phone.page.route('**/phone/line.json', async (route) => {
    const response = await route.fetch();
    const line = await response.json();
    for (const each of line.languages) each.disaster = disaster;
    await route.fulfill({ response, json: line });
  });
  expect(await phone.part('disaster').isHidden()).toBe(true);
  // As when somebody returns to the page.
  const comeBack = () => phone.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
  await comeBack();
  await phone.part('disaster').waitFor();
  expect(await phone.page.locator('#disaster-text').innerText()).toBe('강물이 넘칩니다.');
  disaster = [];
  await comeBack();
  await phone.part('disaster').waitFor({ state: 'hidden' });
  // Without an answer of the line, the page stays as it is.
  disaster = [{ language: 'ko', sentences: [[{ text: '강물이 넘칩니다.' }]] }];
  await comeBack();
  await phone.part('disaster').waitFor();
  await phone.page.route('**/phone/line.json', (route) => route.abort());
  await comeBack();
  await phone.call();
  expect(await phone.part('disaster').isVisible()).toBe(true);
  expect(phone.takeProblems()).toEqual([
    expect.stringMatching(/^failed: .*\/phone\/line\.json/),
    expect.stringMatching(/^console error: .*\/phone\/line\.json/),
  ]);
});
