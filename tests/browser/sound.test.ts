import type { Page } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { decoded, listen, skipToEnd, soundNow, watchDecoded } from '../support/browser-sound.ts';
import { until } from '../support/until.ts';

const phones = usePhone();

/** The used parts of the browser's objects, whose types TypeScript for Node lacks. */
interface Media {
  playbackRate: number;
}

/**
 * Gives the audio element a file that is not a sound. The decoder of the page still gets the real sound.
 * @returns a function that ends this
 */
async function breakNativeSound(page: Page): Promise<() => Promise<void>> {
  const sounds = '**/audio/*.wav';
  await page.route(sounds, (route) =>
    route.request().resourceType() === 'media'
      ? route.fulfill({ contentType: 'audio/wav', body: 'This is no sound.' })
      : route.fallback(),
  );
  return () => page.unroute(sounds);
}

/** Checks that the texts can be read instead of heard, without a time limit. */
async function expectWords(phone: BrowserPhone): Promise<void> {
  await phone.is('waiting');
  expect(await phone.page.getByRole('alert').innerText()).toContain('No sound. Please read the words.');
  expect(await phone.page.getByLabel('Pause the clock').isChecked()).toBe(true);
  expect((await phone.newestTurn()).length).toBeGreaterThan(5);
}

/** Tries the sound again, and checks that it plays in the same turn. */
async function tryAgain(phone: BrowserPhone): Promise<void> {
  await phone.part('retry-button').click();
  await phone.is('speaking');
  expect((await listen(phone.audio)).peak).toBeGreaterThan(0.02);
  expect(await phone.turns.count()).toBe(1);
  expect(await phone.page.getByRole('alert').isVisible()).toBe(false);
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
    const cut = await soundNow(phone.audio);
    expect(cut.isPaused).toBe(true);
    expect(await phone.turns.count()).toBe(1);
    await phone.page.waitForTimeout(300);
    expect(await soundNow(phone.audio)).toEqual(cut);

    gate.resolve();
    await phone.is('speaking');
    const next = await soundNow(phone.audio);
    expect(next.source).not.toBe(cut.source);
    expect(next.isPaused).toBe(false);
    const heard = await listen(phone.audio);
    expect(heard.to).toBeGreaterThan(heard.from);
    expect(await phone.turns.count()).toBe(2);
  });

  test('counts once, even if it is pressed again before the line has answered', async () => {
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

describe('If the audio element refuses µ-law', () => {
  test('the page decodes the sound itself, stops it when a key is pressed, and notices its end', async () => {
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

  test('the position of a second sound is zero until it starts', async () => {
    const phone = await phones.open();
    await phone.call();
    const before = await phone.page.evaluate(`(async () => {
      const { createDecodedSound } = await import('/phone/assets/decoded-sound.js');
      const context = new AudioContext();
      const sound = createDecodedSound({ open: () => ({ context, band: { input: context.destination } }) });
      const { signal } = new AbortController();
      const play = () => sound.play(document.querySelector('audio').currentSrc, signal, () => {});
      await play();
      while (sound.position() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      const second = play();
      const before = sound.position();
      await second;
      await context.close();
      return before;
    })()`);
    expect(before).toBe(0);
  });

  test('and no sound can be decoded, the texts can be read without a time limit, and the sound can be tried again', async () => {
    const phone = await phones.open();
    await phone.page.route('**/audio/*.wav', (route) => route.fulfill({ contentType: 'audio/wav', body: 'No sound.' }));
    await phone.part('call-button').click();
    await expectWords(phone);
    await phone.page.unroute('**/audio/*.wav');
    await tryAgain(phone);
  });
});

describe('A sound that stops moving', () => {
  const clock = '2026-11-24T03:00:00Z';

  test('for twenty seconds counts as failed, wherever it stops; a sound that is only long does not', async () => {
    const phone = await phones.open({ clock });
    await phone.call();
    for (let look = 0; look < 3; look++) {
      await phone.page.clock.runFor(19_000);
      // The sound itself is not subject to the simulated clock.
      await listen(phone.audio);
      await phone.page.clock.runFor(1000);
    }
    await phone.is('speaking');
    await phone.audio.evaluate((media: Media) => {
      media.playbackRate = 0;
    });
    await phone.page.clock.runFor(21_000);
    await expectWords(phone);
    await tryAgain(phone);
  });

  test('after the tap that it waited for counts as failed too, but not before the tap', async () => {
    const phone = await phones.open({ clock });
    await phone.page.evaluate(`
      const { play } = HTMLMediaElement.prototype;
      globalThis.mend = () => { HTMLMediaElement.prototype.play = play; };
      HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException('No touch yet.', 'NotAllowedError'));
    `);
    await phone.part('call-button').click();
    await phone.part('unblock-button').waitFor();
    await phone.page.clock.runFor(60_000);
    expect(await phone.page.getByRole('alert').innerText()).toContain('Tap to hear');
    await phone.page.evaluate('HTMLMediaElement.prototype.play = () => new Promise(() => {})');
    await phone.part('unblock-button').click();
    await phone.page.clock.runFor(21_000);
    await expectWords(phone);
    await phone.page.evaluate('mend()');
    await tryAgain(phone);
  });
});
