import { describe, expect, test } from '#jest';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { skipToEnd } from '../support/browser-sound.ts';
import { bundledDraft } from '../support/bundled.ts';

const phones = usePhone();
const { line } = bundledDraft();
const clock = '2026-11-24T03:00:00Z';

async function hearToTheEnd(phone: BrowserPhone): Promise<void> {
  await skipToEnd(phone.audio);
  await phone.is('waiting');
}

/** Presses nothing for longer than the line ever waits for a key. */
async function saysNothing(phone: BrowserPhone): Promise<void> {
  await phone.page.clock.fastForward(60_000);
  await phone.is('speaking');
}

describe('A caller who presses nothing', () => {
  test('hears the line go on by itself', async () => {
    const phone = await phones.open({ clock });
    await phone.call();
    await phone.press('1');
    await phone.press('1');
    // After the review date, a topic begins with a sentence about its age.
    expect((await phone.newestTurn()).slice(0, 2).map(({ prompt }) => prompt)).toEqual([
      'topic-outdated',
      'notice.number',
    ]);
    await hearToTheEnd(phone);
    expect(await phone.page.locator('#countdown').innerText()).toMatch(/\d+ s/);
    await saysNothing(phone);
    expect((await phone.newestTurn())[0]?.prompt).toBe('notice.envelope');
    expect(await phone.doings.last().innerText()).toBe('You pressed nothing');
  });

  test('hears the number of the call centre at the end, and can then call again', async () => {
    const phone = await phones.open({ clock });
    await phone.call();
    for (let pass = 1; pass <= 3; pass++) {
      expect((await phone.newestTurn()).at(-1)?.prompt).toBe('person');
      await hearToTheEnd(phone);
      await saysNothing(phone);
    }
    for (const tag of line.announcers) {
      const [first] = await phone.newestTurn();
      expect(first).toMatchObject({ prompt: 'destination.call-centre.number', language: tag });
      await hearToTheEnd(phone);
      await saysNothing(phone);
    }
    expect((await phone.newestTurn()).at(-1)?.prompt).toBe('goodbye');
    await skipToEnd(phone.audio);
    await phone.is('ended');
    expect(await phone.turns.count()).toBe(6);

    await phone.call();
    expect(await phone.turns.count()).toBe(1);
    expect(await phone.doings.count()).toBe(0);
  });
});

describe('The box that pauses the clock', () => {
  test('gives a caller who reads along unlimited time', async () => {
    const phone = await phones.open({ clock });
    await phone.call();
    await phone.press('1');
    await hearToTheEnd(phone);
    await phone.page.getByLabel('Pause the clock').check();
    const left = await phone.page.locator('#countdown').innerText();
    await phone.page.clock.fastForward(600_000);
    await phone.page.waitForTimeout(300);
    expect(await phone.page.locator('#countdown').innerText()).toBe(left);
    await phone.is('waiting');
    expect(await phone.turns.count()).toBe(2);

    await phone.page.getByLabel('Pause the clock').uncheck();
    await saysNothing(phone);
    expect(await phone.turns.count()).toBe(3);
  });

  test('works from the beginning of a call if it was ticked before', async () => {
    const phone = await phones.open({ clock });
    await phone.page.getByLabel('Pause the clock').check();
    await phone.call();
    await hearToTheEnd(phone);
    await phone.page.clock.fastForward(600_000);
    await phone.page.waitForTimeout(300);
    expect(await phone.turns.count()).toBe(1);
    await phone.press('1');
    expect(await phone.turns.count()).toBe(2);
  });
});
