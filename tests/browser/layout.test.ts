import type { Locator } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { usePhone } from '../support/browser-phone.ts';
import { throughEveryState } from '../support/browser-states.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
/** Portuguese has the widest words, Japanese the tallest lines, and Korean letters of equal width. */
const languages = bundledDraft().line.languages.filter(({ tag }) => ['pt', 'ja', 'ko'].includes(tag));

/** The used parts of the browser's objects, whose types TypeScript for Node lacks. */
interface Root {
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollTop: number;
}

/** By how many pixels the page is wider than the window, and how many it is scrolled down. */
const lookAtRoot = (root: Locator): Promise<{ beyond: number; above: number }> =>
  root.evaluate(({ scrollWidth, clientWidth, scrollTop }: Root) => ({
    beyond: scrollWidth - clientWidth,
    above: scrollTop,
  }));

/** Runs in the browser, whose types TypeScript for Node does not know. */
declare const getComputedStyle: (element: unknown) => { readonly wordBreak: string };
const wordBreak = (element: unknown): string => getComputedStyle(element).wordBreak;

/** The bottom edge of an element, in pixels from the top of the window. */
async function bottomOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not to be seen.');
  return box.y + box.height;
}

describe('On a small telephone of 360 × 740 pixels', () => {
  const small = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

  test.each(languages)('everything needed is on the first screen, in $name', async ({ tag }) => {
    const phone = await phones.open({ ...small, query: `?language=${tag}` });
    await throughEveryState(phone, null, async (state) => {
      const isCalling = state !== 'idle' && state !== 'ended';
      const last = state === 'dialling' ? 'dial-go-on' : 'key-0';
      const needed = isCalling ? ['transcript', 'hang-up-button', last] : ['what', 'copy-link', 'call-button'];
      if (isCalling && state !== 'dialling') needed.push('command-person', 'command-slower');
      const below: string[] = [];
      for (const part of needed) if ((await bottomOf(phone.part(part))) > 740) below.push(part);
      const { beyond, above } = await lookAtRoot(phone.page.locator('html'));
      expect({ state, below, beyond, above }).toEqual({ state, below: [], beyond: 0, above: 0 });
      if (isCalling) expect((await phone.part('transcript').boundingBox())?.height).toBeGreaterThan(70);
    });
  });

  test('the languages and the call button are on the first screen if no language is chosen', async () => {
    const phone = await phones.open(small);
    for (const part of ['language-ja', 'by-key', 'call-button'])
      expect(await bottomOf(phone.part(part))).toBeLessThan(740);
    await phone.call();
    expect(await bottomOf(phone.part('key-0'))).toBeLessThan(740);
    expect((await lookAtRoot(phone.page.locator('html'))).beyond).toBe(0);
  });

  test('the call button stays visible below a disaster notice, however long it is, and covers no link', async () => {
    const phone = await phones.open({ ...small, query: '?language=ko' });
    const sentence = [{ text: '강물이 넘치고 있거나 당장이라도 넘칠 수 있습니다.' }];
    await phone.page.route('**/phone/line.json', async (route) => {
      const response = await route.fetch();
      const line = await response.json();
      const disaster = [{ language: 'ko', sentences: Array.from({ length: 25 }, () => sentence) }];
      for (const each of line.languages) each.disaster = disaster;
      await route.fulfill({ response, json: line });
    });
    await phone.page.reload();
    await phone.part('disaster').waitFor();
    expect(await bottomOf(phone.part('disaster'))).toBeGreaterThan(740);
    const call = phone.part('call-button');
    expect(await bottomOf(call)).toBeLessThanOrEqual(740);
    await phone.part('copy-link').focus();
    const top = (await call.boundingBox())?.y ?? 0;
    expect(await bottomOf(phone.part('copy-link'))).toBeLessThanOrEqual(top);
    expect((await lookAtRoot(phone.page.locator('html'))).beyond).toBe(0);
    await phone.call();
    expect(await bottomOf(phone.part('key-0'))).toBeLessThanOrEqual(740);
    await phone.part('hang-up-button').click();
    await phone.is('ended');
    expect(await bottomOf(call)).toBeLessThanOrEqual(740);
  });

  test('the page scrolls back to its top when a call begins', async () => {
    const phone = await phones.open({ ...small, viewport: { width: 360, height: 480 } });
    await phone.part('call-button').scrollIntoViewIfNeeded();
    await phone.call();
    expect((await lookAtRoot(phone.page.locator('html'))).above).toBe(0);
  });
});

test('Korean text wraps at spaces, in the transcript and in a disaster notice; Japanese text beside it wraps at phrases', async () => {
  const phone = await phones.open({ query: '?language=ko' });
  await phone.page.route('**/phone/line.json', async (route) => {
    const response = await route.fetch();
    const line = await response.json();
    const warned = ['ko', 'ja'].map((language) => ({ language, sentences: [[{ text: '…' }]] }));
    for (const each of line.languages) each.disaster = warned;
    await route.fulfill({ response, json: line });
  });
  await phone.page.reload();
  await phone.part('disaster').waitFor();
  await phone.call();
  const wrapping = (selector: string) => phone.page.locator(selector).first().evaluate(wordBreak);
  expect(await wrapping('#transcript p[lang="ko"]')).toBe('keep-all');
  expect(await wrapping('#disaster-text p[lang="ko"] span')).toBe('keep-all');
  expect(await wrapping('#disaster-text p[lang="ja"] span')).toBe('auto-phrase');
});

test('In a window of 1280 × 800 pixels, the telephone and the languages need no scrolling', async () => {
  const phone = await phones.open({ query: '?language=pt' });
  await phone.call();
  for (const part of ['key-0', 'language-ja', 'hang-up-button', 'transcript']) {
    expect(await bottomOf(phone.part(part))).toBeLessThan(800);
  }
});

test('At 320 pixels, the width of a page that is enlarged four times, nothing has to be scrolled sideways', async () => {
  const phone = await phones.open({ viewport: { width: 320, height: 640 } });
  await throughEveryState(phone, '6', async (state) => {
    const { beyond } = await lookAtRoot(phone.page.locator('html'));
    expect({ state, beyond }).toEqual({ state, beyond: 0 });
  });
});
