import { describe, expect, test } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { usePhone } from '../support/browser-phone.ts';
import { throughEveryState } from '../support/browser-states.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
/** The widest words, the tallest lines, and letters of equal width. */
const languages = bundledDraft().line.languages.filter(({ tag }) => ['pt', 'ja', 'ko'].includes(tag));

/** What is used of the browser's own elements. */
interface Root {
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly scrollTop: number;
}

/** How many pixels of the page lie beyond its right edge, and above the upper one. */
const lookAtRoot = (root: Locator): Promise<{ beyond: number; above: number }> =>
  root.evaluate(({ scrollWidth, clientWidth, scrollTop }: Root) => ({
    beyond: scrollWidth - clientWidth,
    above: scrollTop,
  }));

/** Where an element ends, in pixels from the top of the first screen. */
async function bottomOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not to be seen.');
  return box.y + box.height;
}

describe('On a small telephone of 360 × 740 pixels', () => {
  test.each(languages)('everything needed is on the first screen, in $name', async ({ key }) => {
    const phone = await phones.open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    await throughEveryState(phone, key, async (state) => {
      const found = {
        state,
        ...(await lookAtRoot(phone.page.locator('html'))),
        isPressable: (await bottomOf(phone.part(state === 'dialling' ? 'outcome-failed' : 'key-0'))) <= 740,
        canHangUp: (await bottomOf(phone.part('hang-up-button'))) <= 740,
        canCall: (await bottomOf(phone.part('call-button'))) <= 740,
        showsWords: (await bottomOf(phone.part('transcript'))) <= 740,
      };
      expect(found).toEqual({
        state,
        beyond: 0,
        above: 0,
        isPressable: true,
        canHangUp: true,
        canCall: true,
        showsWords: true,
      });
    });
  });
});

test('At 320 pixels, the width of a page enlarged four times, nothing has to be scrolled sideways', async () => {
  const phone = await phones.open({ viewport: { width: 320, height: 640 } });
  await throughEveryState(phone, '6', async (state) => {
    const { beyond } = await lookAtRoot(phone.page.locator('html'));
    expect({ state, beyond }).toEqual({ state, beyond: 0 });
  });
});
