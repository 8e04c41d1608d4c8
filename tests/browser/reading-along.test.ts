import { expect, test } from '#jest';
import { usePhone } from '../support/browser-phone.ts';

const phones = usePhone();

test('the sentence that is being spoken is marked, one at a time, and none after hanging up', async () => {
  const phone = await phones.open();
  await phone.call();
  const marked = phone.page.locator('[data-spoken]');
  await marked.waitFor();
  expect(await marked.count()).toBe(1);
  expect(await marked.getAttribute('data-prompt')).toBe('greeting');
  // After the greeting, the sentence that offers English is marked, and no other.
  await phone.page.locator('[data-spoken][data-prompt="language-item"][lang="en"]').waitFor({ timeout: 60_000 });
  expect(await marked.count()).toBe(1);
  await phone.page.getByTestId('hang-up-button').click();
  expect(await marked.count()).toBe(0);
});
