import { expect, test } from '#jest';
import { usePhone } from '../support/browser-phone.ts';
import { soundNow } from '../support/browser-sound.ts';

const phones = usePhone();

test('Hanging up stops the sound immediately, and the next call starts from the beginning', async () => {
  const phone = await phones.open();
  const questions: string[] = [];
  phone.page.on('request', (request) => {
    if (request.method() === 'POST') questions.push(new URL(request.url()).pathname);
  });
  await phone.call();
  await phone.press('1');
  await phone.part('hang-up-button').click();
  await phone.is('ended');
  const silence = await soundNow(phone.audio);
  expect(silence.isPaused).toBe(true);
  expect(await phone.part('transcript').innerText()).toContain('The call has ended');

  await phone.part('key-1').click({ force: true });
  await phone.page.keyboard.press('1');
  await phone.page.waitForTimeout(300);
  expect(await soundNow(phone.audio)).toEqual(silence);
  expect(questions).toEqual(['/phone/calls', '/phone/turn']);

  expect(await phone.part('call-button').innerText()).toContain('Start again');
  await phone.call();
  expect(questions).toEqual(['/phone/calls', '/phone/turn', '/phone/calls']);
  expect(await phone.turns.count()).toBe(1);
  expect(await phone.doings.count()).toBe(0);
  expect(await phone.page.locator('#call-language').innerText()).toBe('');
  expect((await phone.newestTurn())[0]?.prompt).toBe('greeting');
});

test('Hanging up before the line has answered leaves nothing behind', async () => {
  const phone = await phones.open();
  const gate = Promise.withResolvers<void>();
  await phone.page.route('**/phone/calls', async (route) => {
    await gate.promise;
    // The page no longer waits for this answer, so a failure here does not matter.
    await route.continue().catch(() => {});
  });
  await phone.part('call-button').click();
  await phone.is('connecting');
  await phone.part('hang-up-button').click();
  await phone.is('ended');
  gate.resolve();
  await phone.page.waitForTimeout(300);
  await phone.is('ended');
  expect(await phone.turns.count()).toBe(0);
  await phone.call();
  expect(await phone.turns.count()).toBe(1);
});
