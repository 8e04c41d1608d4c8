import type { Page } from 'playwright-core';
import { describe, expect, test } from '#jest';
import { encodeMuLaw } from '../../src/sound/mu-law.ts';
import { writeMuLawWav } from '../../src/sound/wav.ts';
import { type Loudness, loudnessOf, responseOf, watchWebAudio } from '../support/browser-band.ts';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { listen, skipToEnd } from '../support/browser-sound.ts';
import { until } from '../support/until.ts';
import { writePcmWav } from '../support/write-pcm-wav.ts';

const phones = usePhone();
const box = (phone: BrowserPhone) => phone.part('telephone-quality');

/** Equally loud tones, long enough for a whole test. */
const tones = (rate: number, frequencies: readonly number[]): Float32Array =>
  Float32Array.from({ length: 60 * rate }, (_, index) =>
    frequencies.reduce((sum, frequency) => sum + 0.2 * Math.sin((2 * Math.PI * frequency * index) / rate), 0),
  );

/** Makes the line answer every request for a sound with these tones. */
const sayTones = (page: Page, body: Uint8Array) =>
  page.route('**/audio/*.wav', (route) => route.fulfill({ contentType: 'audio/wav', body: Buffer.from(body) }));

/** Waits until the tones that leave the page are as expected. @returns how loud they are */
const hears = (phone: BrowserPhone, frequencies: readonly number[], asExpected: (loudness: Loudness) => boolean) =>
  until('the tones to leave the page as expected', async () => {
    const loudness = await loudnessOf(phone.page, frequencies);
    return loudness !== null && asExpected(loudness) && loudness;
  });

/** The loudest of ten measurements of the tone at 1000 Hz, because a busy machine sometimes drops pieces of sound. */
async function loudestTone(phone: BrowserPhone): Promise<number> {
  let loudest = Number.NEGATIVE_INFINITY;
  for (let reading = 0; reading < 10; reading += 1) {
    const loudness = await loudnessOf(phone.page, [1000]);
    loudest = Math.max(loudest, loudness?.[1000] ?? loudest);
    await phone.page.waitForTimeout(100);
  }
  return loudest;
}

test('The simulated telephone line passes 300 to 3,400 hertz, and everything when it is off', async () => {
  const { page } = await phones.open();
  const on = await responseOf(page, true, [60, 100, 300, 600, 1000, 2000, 3400, 5000, 8000]);
  for (const inside of [600, 1000, 2000]) expect(Math.abs(on[inside] ?? 99)).toBeLessThan(0.6);
  for (const edge of [300, 3400]) expect(on[edge]).toBeCloseTo(-3, 0);
  expect(on[100]).toBeLessThan(-36);
  expect(on[60]).toBeLessThan(-50);
  expect(on[5000]).toBeLessThan(-13);
  expect(on[8000]).toBeLessThan(-30);
  const off = await responseOf(page, false, [60, 300, 1000, 3400, 8000]);
  for (const decibels of Object.values(off)) expect(Math.abs(decibels)).toBeLessThan(0.01);
});

describe('The box for the quality of a telephone', () => {
  const frequencies = [100, 1000, 5000];

  test('is off at first; it removes what no telephone transmits, and brings it back, while a sound plays', async () => {
    const phone = await phones.open({ query: '?language=en' });
    await watchWebAudio(phone.page);
    await sayTones(phone.page, writePcmWav({ samples: tones(24_000, frequencies), sampleRate: 24_000 }));
    expect(await box(phone).isChecked()).toBe(false);
    await phone.call();
    // If the box is off from the beginning, the sound does not go through Web Audio at all.
    expect(await loudnessOf(phone.page, frequencies)).toBeNull();

    await box(phone).check();
    const isNarrow = ({ 100: low = 0, 1000: middle = -99, 5000: high = 0 }: Loudness) =>
      middle > -40 && middle - low > 30 && middle - high > 10;
    await hears(phone, frequencies, isNarrow);
    const narrow = await loudestTone(phone);

    await box(phone).uncheck();
    const isFlat = ({ 100: low = -99, 1000: middle = 0, 5000: high = -99 }: Loudness) =>
      Math.abs(middle - low) < 3 && Math.abs(middle - high) < 3;
    await hears(phone, frequencies, isFlat);
    expect(Math.abs((await loudestTone(phone)) - narrow)).toBeLessThan(3);
    await phone.is('speaking');
  });

  test('works on sounds that the page decodes itself', async () => {
    const phone = await phones.open({ query: '?language=en' });
    await watchWebAudio(phone.page);
    await sayTones(phone.page, writeMuLawWav(encodeMuLaw(tones(8000, [100, 1000]))));
    await phone.page.route('**/audio/*.wav', (route) =>
      route.request().resourceType() === 'media'
        ? route.fulfill({ contentType: 'audio/wav', body: 'This is no sound.' })
        : route.fallback(),
    );
    await phone.call();
    const off = await hears(phone, [100, 1000], ({ 100: low = -99 }) => low > -40);
    expect(Math.abs((off[1000] ?? 0) - (off[100] ?? 0))).toBeLessThan(3);
    await box(phone).check();
    const on = await hears(phone, [100, 1000], ({ 1000: middle = -99, 100: low = -99 }) => middle > -40 && low < -60);
    expect((on[1000] ?? 0) - (on[100] ?? 0)).toBeGreaterThan(30);
  });

  test('can be ticked and unticked in every turn of a call without stopping the sound', async () => {
    const phone = await phones.open({ query: '?language=pt' });
    await phone.call();
    for (const key of ['1', '9', '7', '3']) {
      await box(phone).setChecked(!(await box(phone).isChecked()));
      const heard = await listen(phone.audio);
      expect(heard.to).toBeGreaterThan(heard.from);
      await phone.press(key);
      expect((await listen(phone.audio)).peak).toBeGreaterThan(0.02);
    }
    await skipToEnd(phone.audio);
    await phone.is('waiting');
  });

  test('does not stop the sound if Web Audio stays suspended', async () => {
    const phone = await phones.open({ query: '?language=en' });
    await phone.page.evaluate(`
      Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended' });
      AudioContext.prototype.resume = () => new Promise(() => {});
    `);
    await box(phone).check();
    await phone.call();
    expect(await phone.page.getByRole('alert').isVisible()).toBe(false);
    const heard = await listen(phone.audio);
    expect(heard.to).toBeGreaterThan(heard.from);
    expect(heard.peak).toBeGreaterThan(0.02);
  });

  test('asks for a tap if the browser has suspended its sound between two turns', async () => {
    const phone = await phones.open({ query: '?language=en' });
    await box(phone).check();
    await phone.call();
    await phone.page.evaluate(`
      globalThis.resting = { state: Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state'), resume: AudioContext.prototype.resume };
      Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended', configurable: true });
      AudioContext.prototype.resume = () => new Promise(() => {});
    `);
    await phone.part('key-2').click();
    await phone.part('unblock-button').waitFor();
    expect(await phone.page.getByRole('alert').innerText()).toContain('Tap to hear');
    await phone.page.evaluate(`
      Object.defineProperty(BaseAudioContext.prototype, 'state', resting.state);
      AudioContext.prototype.resume = resting.resume;
    `);
    await phone.part('unblock-button').click();
    await phone.is('speaking');
    expect(await phone.page.getByRole('alert').isVisible()).toBe(false);
    expect((await listen(phone.audio)).peak).toBeGreaterThan(0.02);
  });

  test('unticks and disables itself if there is no Web Audio', async () => {
    const phone = await phones.open({ query: '?language=en' });
    await phone.page.evaluate('globalThis.AudioContext = undefined');
    await box(phone).click();
    expect([await box(phone).isChecked(), await box(phone).isDisabled()]).toEqual([false, true]);
    await phone.call();
  });
});
