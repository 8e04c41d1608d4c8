import type { Page } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { usePhone } from '../support/browser-phone.ts';
import { decoded, listen, lookAt, skipToEnd, watchDecoded } from '../support/browser-sound.ts';
import { until } from '../support/until.ts';

const phones = usePhone();

/** Answers the audio element alone with something that is no sound; the page's own decoder still gets the real one. */
async function breakNativeSound(page: Page): Promise<() => Promise<void>> {
  const sounds = '**/audio/*.wav';
  await page.route(sounds, (route) =>
    route.request().resourceType() === 'media'
      ? route.fulfill({ contentType: 'audio/wav', body: 'This is no sound.' })
      : route.fallback(),
  );
  return () => page.unroute(sounds);
}

describe('A key pressed while the line speaks', () => {
  test('stops the old sound at once, and the sound of the next turn starts', async () => {
    const phone = await phones.open();
    const gate = Promise.withResolvers<void>();
    await phone.page.route('**/phone/turn', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await phone.call();
    const menu = await listen(phone.audio);
    expect(menu.to).toBeLessThan(menu.duration - 1);

    await phone.part('key-1').click();
    const cut = await lookAt(phone.audio);
    expect(cut.isPaused).toBe(true);
    expect(await phone.turns.count()).toBe(1);
    await phone.page.waitForTimeout(300);
    expect(await lookAt(phone.audio)).toEqual(cut);

    gate.resolve();
    await phone.is('speaking');
    const next = await lookAt(phone.audio);
    expect(next.source).not.toBe(cut.source);
    expect(next.isPaused).toBe(false);
    const heard = await listen(phone.audio);
    expect(heard.to).toBeGreaterThan(heard.from);
    expect(await phone.turns.count()).toBe(2);
  });

  test('is heard once, however fast it is pressed again before the line has answered', async () => {
    const phone = await phones.open();
    await phone.call();
    const gate = Promise.withResolvers<void>();
    await phone.page.route('**/phone/turn', async (route) => {
      await gate.promise;
      await route.continue();
    });
    await phone.part('key-1').dblclick();
    gate.resolve();
    await phone.is('speaking');
    expect(await phone.doings.count()).toBe(1);
    expect(await phone.turns.count()).toBe(2);
  });
});

describe('Where the audio element refuses µ-law', () => {
  test('the page decodes the sound itself, stops it at a key and follows it to its end', async () => {
    const phone = await phones.open();
    await watchDecoded(phone.page);
    const mend = await breakNativeSound(phone.page);
    const loud = (index: number) =>
      until('a loud moment', async () => {
        const sound = (await decoded(phone.page))[index];
        return sound && sound.loudness > 0.02 && sound;
      });

    await phone.call();
    expect((await loud(0)).seconds).toBeGreaterThan(1);
    await phone.press('1');
    expect((await loud(1)).seconds).toBeGreaterThan(1);
    // Longer than any pause between two sentences.
    for (let look = 0; look < 20; look++) {
      await phone.page.waitForTimeout(50);
      expect((await decoded(phone.page))[0]?.loudness).toBe(0);
    }

    await mend();
    await phone.press('0');
    await skipToEnd(phone.audio);
    await phone.is('dialling');
    await breakNativeSound(phone.page);
    await phone.endDial('answered');
    expect((await loud(2)).seconds).toBeGreaterThan(1);
    await phone.is('ended');
    expect(await decoded(phone.page)).toHaveLength(3);
  });

  test('and the sound cannot be had at all, the words go on in writing, without hurry, and it can be tried again', async () => {
    const phone = await phones.open();
    await phone.page.route('**/audio/*.wav', (route) => route.fulfill({ contentType: 'audio/wav', body: 'No sound.' }));
    await phone.part('call-button').click();
    await phone.is('waiting');
    expect(await phone.page.getByRole('alert').innerText()).toContain('No sound. Please read the words.');
    expect(await phone.page.getByLabel('Pause the clock').isChecked()).toBe(true);
    expect((await phone.newestTurn()).length).toBeGreaterThan(5);

    await phone.page.unroute('**/audio/*.wav');
    await phone.part('retry-button').click();
    await phone.is('speaking');
    expect((await listen(phone.audio)).peak).toBeGreaterThan(0.02);
    expect(await phone.turns.count()).toBe(1);
    expect(await phone.page.getByRole('alert').isVisible()).toBe(false);
  });
});
