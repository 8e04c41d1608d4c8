import { expect, test } from '#jest';
import { usePhone } from '../support/browser-phone.ts';

const phones = usePhone();

test('the sentence that is spoken is marked, one after the other, and none when the line is quiet', async () => {
  const phone = await phones.open();
  await phone.call();
  const marked = phone.page.locator('[data-spoken]');
  await marked.waitFor();
  expect(await marked.count()).toBe(1);
  expect(await marked.getAttribute('data-prompt')).toBe('greeting');
  // The second language's own words follow on the greeting, one sentence at a time.
  await phone.page.locator('[data-spoken][data-prompt="language-item"][lang="en"]').waitFor({ timeout: 60_000 });
  expect(await marked.count()).toBe(1);
  await phone.page.getByTestId('hang-up-button').click();
  expect(await marked.count()).toBe(0);
});
