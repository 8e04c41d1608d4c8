import type { Page } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { skipToEnd } from '../support/browser-sound.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { line } = bundledDraft();
const keyOf = (tag: string) => line.languages.find((each) => each.tag === tag)?.key ?? '';

/**
 * Makes a whole call, from choosing a language to a person who answers.
 * @param press how the caller presses a part of the page
 */
async function callToTheEnd(phone: BrowserPhone, tag: string, press: (part: string) => Promise<void>): Promise<void> {
  const hear = async (part: string) => {
    await press(part);
    await phone.is('speaking');
    return new Set((await phone.newestTurn()).map(({ prompt }) => prompt));
  };
  await hear('call-button');
  expect(await hear(`key-${keyOf(tag)}`)).toContain('welcome');
  expect(await hear('key-2')).toContain('keep.card');
  expect(await hear('key-9')).toContain('keep.card');
  expect(await hear('key-7')).toContain('topic.keep.menu');
  expect(await hear('key-0')).toEqual(new Set(['destination.call-centre.transfer']));
  await skipToEnd(phone.audio);
  await phone.is('dialling');
  await press('outcomes');
  expect(await hear('outcome-answered')).toEqual(new Set(['goodbye']));
  await skipToEnd(phone.audio);
  await phone.is('ended');
  expect(await phone.part('transcript').locator(`.turn ~ .turn p:not([lang="${tag}"])`).count()).toBe(0);
}

test('A whole call in Korean is possible by touch on a small telephone', async () => {
  const phone = await phones.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await callToTheEnd(phone, 'ko', (part) => phone.part(part).tap());
});

/** Presses Tab until a part has the focus. */
async function tabTo(page: Page, testId: string): Promise<void> {
  const target = page.getByTestId(testId);
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus-visible'))) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${testId}.`);
}

describe('The keyboard alone', () => {
  test('is enough for a whole call in Portuguese, in the hours of the call centre', async () => {
    // From this Sunday, the quick time “Weekday” is not on a holiday.
    const phone = await phones.open({ at: null, clock: '2026-11-22T03:00:00Z' });
    const { keyboard } = phone.page;
    const weekday = phone.page.getByRole('button', { name: 'Weekday' });
    await tabTo(phone.page, 'hang-up-button');
    while ((await weekday.getAttribute('aria-pressed')) === 'false') {
      await keyboard.press('Tab');
      if ((await phone.page.locator(':focus').innerText()).includes('Weekday')) await keyboard.press('Enter');
    }
    await callToTheEnd(phone, 'pt', async (part) => {
      const digit = /^key-(\d)$/.exec(part)?.[1];
      if (digit !== undefined) return keyboard.press(digit);
      await tabTo(phone.page, part);
      await keyboard.press('Enter');
    });
  });

  test('also presses the keys of the keypad by Tab and Space', async () => {
    const phone = await phones.open();
    await phone.call();
    await tabTo(phone.page, 'key-5');
    await phone.page.keyboard.press('Space');
    await phone.is('speaking');
    expect((await phone.newestTurn())[0]).toMatchObject({ prompt: 'welcome', language: 'es' });
  });

  test('presses no key of the keypad while it types a time, or while its box is unticked', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.part('pretend-at').focus();
    await phone.page.keyboard.press('1');
    await phone.page.getByLabel('Use the keyboard').uncheck();
    await phone.page.keyboard.press('1');
    await phone.page.waitForTimeout(300);
    expect(await phone.doings.count()).toBe(0);
    await phone.page.getByLabel('Use the keyboard').check();
    await phone.page.keyboard.press('1');
    await phone.is('speaking');
    expect(await phone.doings.count()).toBe(1);
  });
});
