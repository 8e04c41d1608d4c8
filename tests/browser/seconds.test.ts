import { describe, expect, test } from '#jest';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { until } from '../support/until.ts';

const phones = usePhone();

async function secondsOf(phone: BrowserPhone, part: string): Promise<number | null> {
  const shown = /^(\d+\.\d) 秒/.exec(await phone.part(part).innerText())?.[1];
  return shown === undefined ? null : Number(shown);
}
const appears = (phone: BrowserPhone, part: string) => until(part, () => secondsOf(phone, part));

describe('The panel of seconds', () => {
  test('shows the time until the caller’s language and until information is heard, and starts again with each call', async () => {
    const phone = await phones.open({ query: '?language=en' });
    expect(await secondsOf(phone, 'own-seconds')).toBeNull();
    const began = performance.now();
    await phone.call();
    const own = await appears(phone, 'own-seconds');
    expect(own).toBeGreaterThan(0.2);
    expect(own).toBeLessThan((performance.now() - began) / 1000);
    expect(await secondsOf(phone, 'information-seconds')).toBeNull();

    await phone.press('1');
    const information = await appears(phone, 'information-seconds');
    expect(information).toBeGreaterThan(own);
    expect(information).toBeLessThan((performance.now() - began) / 1000);
    await phone.press('9');
    expect(await secondsOf(phone, 'own-seconds')).toBe(own);
    expect(await secondsOf(phone, 'information-seconds')).toBe(information);

    await phone.part('hang-up-button').click();
    expect(await secondsOf(phone, 'information-seconds')).toBe(information);
    await phone.part('call-button').click();
    expect(await secondsOf(phone, 'information-seconds')).toBeNull();
    await phone.is('speaking');
  });

  test('is empty until a language is chosen, and then shows when that language was first heard', async () => {
    const phone = await phones.open();
    await phone.call();
    await phone.page.locator('[data-spoken][lang="zh-Hans"]').waitFor();
    expect(await secondsOf(phone, 'own-seconds')).toBeNull();
    await phone.press('1');
    const english = await appears(phone, 'own-seconds');
    expect(english).toBeLessThan(8);
    await phone.page.locator('[data-spoken][data-prompt="welcome"]').waitFor();
    expect(await secondsOf(phone, 'own-seconds')).toBe(english);
  });

  test('says so if it took longer than the target', async () => {
    const phone = await phones.open({ clock: '2026-11-24T03:00:00Z' });
    // Each answer is late, but early enough that the page does not give up.
    await phone.page.route(/\/phone\/(calls|turn)$/, async (route) => {
      await phone.page.clock.fastForward(12_000);
      await route.continue();
    });
    await phone.call();
    await phone.press('4');
    expect(await appears(phone, 'own-seconds')).toBeGreaterThan(24);
    expect(await phone.part('own-seconds').innerText()).toContain('late');
  });
});
