import { describe, expect, test } from '#jest';
import { type BrowserPhone, usePhone } from '../support/browser-phone.ts';
import { skipToEnd } from '../support/browser-sound.ts';

const phones = usePhone();
const commands = ['again', 'slower', 'back', 'person'] as const;

const enabled = async (phone: BrowserPhone) => {
  const states = await Promise.all(commands.map((name) => phone.part(`command-${name}`).getAttribute('aria-disabled')));
  return commands.filter((_name, index) => states[index] === 'false');
};

/** Presses a labelled button, and waits for the answer. @returns the prompts of the new turn */
async function choose(phone: BrowserPhone, name: (typeof commands)[number]): Promise<string[]> {
  await phone.part(`command-${name}`).click();
  await phone.is('speaking');
  return (await phone.newestTurn()).map(({ prompt }) => prompt);
}

describe('The labelled buttons', () => {
  test('do nothing before a call; in the language menu, where digits choose languages, only the one for a person works', async () => {
    const phone = await phones.open();
    expect(await enabled(phone)).toEqual([]);
    await phone.call();
    expect(await enabled(phone)).toEqual(['person']);
    for (const name of ['again', 'slower', 'back']) await phone.part(`command-${name}`).click({ force: true });
    await phone.page.waitForTimeout(300);
    expect(await phone.doings.count()).toBe(0);
    expect(new Set(await choose(phone, 'person'))).toEqual(new Set(['destination.call-centre.transfer']));
  });

  test('repeat, go back and connect to a person', async () => {
    const phone = await phones.open({ query: '?language=en' });
    await phone.call();
    expect(await enabled(phone)).toEqual(commands);
    await phone.press('2');
    const keep = await phone.newestTurn();
    await choose(phone, 'again');
    expect(await phone.newestTurn()).toEqual(keep);
    expect(await choose(phone, 'back')).toContain('topic.notice.menu');
    expect(new Set(await choose(phone, 'person'))).toEqual(new Set(['destination.call-centre.transfer']));
    await skipToEnd(phone.audio);
    await phone.is('dialling');
    expect(await phone.part('command-again').isVisible()).toBe(false);
    await phone.endDial('busy');
    expect(await enabled(phone)).toEqual(commands);
  });

  test('go back from the topics to the languages, where only the one for a person works', async () => {
    const phone = await phones.open({ query: '?language=pt' });
    await phone.call();
    expect(await choose(phone, 'back')).toContain('language-item');
    expect(await enabled(phone)).toEqual(['person']);
  });
});

test('“Slower” stays pressed while the line speaks slowly, whether by the button or by key 8, and only in this call', async () => {
  const phone = await phones.open({ query: '?language=es' });
  const isPressed = () => phone.part('command-slower').getAttribute('aria-pressed');
  const secondsOf = () => phone.audio.evaluate((media: { duration: number }) => media.duration);
  await phone.call();
  await phone.press('9');
  expect(await isPressed()).toBe('false');
  const normal = await secondsOf();
  await choose(phone, 'slower');
  expect(await isPressed()).toBe('true');
  expect(await secondsOf()).toBeGreaterThan(normal * 1.05);
  await phone.press('2');
  expect(await isPressed()).toBe('true');
  await phone.press('8');
  expect(await isPressed()).toBe('false');
  await phone.press('8');
  await phone.part('hang-up-button').click();
  await phone.call();
  expect(await isPressed()).toBe('false');
});
