import { expect, test } from '#jest';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { sato } from '../support/small-office.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

test('With the keyboard alone, opening hours are changed, a row is added, and Enter saves them', async () => {
  const line = await consoles.start();
  const { page } = line;
  const { keyboard } = page;
  const tabTo = async (selector: string) => {
    for (let count = 0; count < 60; count += 1) {
      await keyboard.press('Tab');
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`The focus never came to ${selector}.`);
  };
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.open('/facts');
  await tabTo('a[href="/console/facts/officeHours"]');
  await keyboard.press('Enter');
  await page.locator('#opens-0').waitFor();
  await tabTo('#day-0-5');
  await keyboard.press('Space');
  await tabTo('#closes-0');
  await keyboard.press('Control+A');
  await keyboard.type('１８：００');
  await tabTo('button[value="add"]');
  await keyboard.press('Enter');
  await page.locator('#day-1-1:focus').waitFor();
  await tabTo('#day-1-5');
  await keyboard.press('Space');
  await tabTo('#opens-1');
  await keyboard.type('9時');
  await keyboard.press('Tab');
  await keyboard.type('24:00');
  await keyboard.press('Enter');
  await page.waitForURL('**/facts?notice=facts.done.tidied');
  expect((await line.office.desk.read()).line.file.facts.officeHours).toMatchObject({
    value: [
      { days: [1, 2, 3, 4], opens: '09:00', closes: '18:00' },
      { days: [5], opens: '09:00', closes: '24:00' },
    ],
  });
});

test('A topic is added and listed with its menu text, its texts are drafts in the ledger, and it moves up only after a confirmation', async () => {
  const line = await consoles.start();
  const { page } = line;
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.open('/topics');
  await page.getByRole('link', { name: '項目を追加' }).click();
  await page.locator('#name').fill('質問');
  await page.getByLabel('メニューの文').fill('{質問|しつもん}は、{{key}}。');
  await page.getByLabel('文', { exact: true }).fill('{役所|やくしょ}に {聞|き}いて ください。');
  await page.getByRole('button', { name: '項目を追加' }).click();
  await page.getByText('項目を追加しました。').waitFor();
  expect(await page.locator('tbody tr').last().textContent()).toContain('質問は、3。');
  await line.open('/texts');
  for (const prompt of ['topic.topic-1.menu', 'topic-1.about'])
    expect(await page.locator('tr', { hasText: prompt }).textContent()).toContain('下書き');
  await line.open('/topics');
  await page.getByRole('link', { name: '質問を上へ' }).click();
  await page.getByRole('button', { name: 'この順番にする' }).click();
  // The browser itself requires the checkbox before it sends the form.
  expect(new URL(page.url()).pathname).toBe('/console/topics/topic-1/up');
  await page.getByLabel('印刷物のキーが変わることを確かめました').check();
  await page.getByRole('button', { name: 'この順番にする' }).click();
  await page.getByText('順番を変えました。').waitFor();
  expect((await line.office.desk.read()).line.file.topics.map(({ id }) => id)).toEqual(['days', 'topic-1', 'place']);
});

test.each(languages)('axe finds nothing in any form of the line, and none is too wide (%s)', async (language) => {
  const line = await consoles.start();
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(line.page, `line-${name}-${language}`) }).toEqual({ name, looks: [] });
  };
  await line.letIn('hanako', 'administrator');
  await line.signIn('hanako');
  await line.open(`/language/${language}`);
  await throughForms(line, look);
});

const addresses = [
  ...['facts', 'facts/new', 'facts/new?type=phone', 'facts/officeNumber', 'facts/officeHours'],
  ...['destinations', 'destinations/office', 'destinations/new'],
  ...['topics', 'topics/new', 'topics/days', 'topics/days/down', 'topics/days/remove'],
  ...['languages', 'languages/en', 'languages/another', 'languages/another?tag=ne', 'languages/start'],
  ...['languages/zh-Hans/off', 'languages/ja/off', 'languages/en/off', 'destinations/office/remove'],
];

async function throughForms(line: BrowserConsole, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = line;
  const save = page.locator('main form button.button[type=submit]:not([name]):not(.button-danger)').first();
  for (const address of addresses) {
    await line.open(`/${address}`);
    await look(address.replaceAll(/[/?=]/g, '-'));
  }
  await line.open('/facts/officeHours');
  await page.locator('#closes-0').fill('8:00');
  await page.locator('#checkedOn').fill('2030-01-01');
  await save.click();
  await page.locator('.field-error').first().waitFor();
  await look('facts-wrong');
  await line.open('/destinations/office');
  await page.locator('#number-0').fill('119');
  await page.locator('#speaks-ja').uncheck();
  await page.locator('#speaks-en').uncheck();
  await save.click();
  await page.locator('.field-error').first().waitFor();
  await look('destinations-wrong');
  await line.open('/languages/en');
  await page.locator('#key').selectOption('2');
  await save.click();
  await page.locator('.agree').waitFor();
  await look('languages-keys');
  await line.open('/facts/officeNumber');
  await page.locator('#value').fill('03-0000-1111');
  await save.click();
  await page.waitForURL('**/facts?notice=**');
  await look('facts-done');
  await line.open('/facts/officeNumber');
  const { revision, file } = (await line.office.desk.read()).line;
  const sundays = { ...file.facts.officeHours, value: [{ days: [7], opens: '00:00', closes: '24:00' }] };
  const [office] = file.destinations;
  const changed = {
    ...file,
    facts: { ...file.facts, officeHours: sundays },
    destinations: [{ ...office, dials: [{ number: '+81300001111', source: 'x' }] }],
  };
  const theirs = { basedOn: revision, file: changed, what: 'line', about: {} } as const;
  await line.office.desk.saveLine(sato, theirs);
  await page.locator('#value').fill('03-0000-2222');
  await save.click();
  await page.locator('.banner-error').waitFor();
  await look('facts-conflict');
  for (const address of ['destinations', 'destinations/office']) {
    await line.open(`/${address}`);
    await look(`${address.replace('/', '-')}-closed`);
  }
  // Browsers log every response with an error status. Nothing else may have been logged.
  expect(line.takeProblems().filter((problem) => !/status of (409|422)/.test(problem))).toEqual([]);
}
