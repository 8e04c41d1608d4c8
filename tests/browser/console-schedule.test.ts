import { expect, test } from '#jest';
import { lookAt, useConsole } from '../support/browser-console.ts';

const consoles = useConsole();

test('A publication is scheduled with the keyboard and cancelled; axe finds nothing, and nothing is too wide', async () => {
  const line = await consoles.start();
  const { page, office } = line;
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, name) }).toEqual({ name, looks: [] });
  };
  await office.publish();
  await office.save('en', 'greeting', 'Hello from the town.');
  await office.approveAll();
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.open('/publish');
  await page.locator('#comment').fill('December');
  await page.locator('#noDocument').check();
  await page.locator('#publishDate').fill('2026-12-01');
  await page.locator('#publishTime').fill('09:00');
  await page.locator('form[action="/console/publish"] button[type="submit"]').click();
  await page.locator('#publishDate-error').waitFor();
  await look('schedule-refused');
  // Browsers log every response with an error status. Nothing else may have been logged.
  expect(line.takeProblems().filter((problem) => !problem.includes('status of 422'))).toEqual([]);
  await page.locator('#when-later').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  // The page that refused the form has this address too, and is loaded again when the work is done.
  await page.getByText('予定しました(').waitFor();
  await line.open('/publish/schedule');
  await look('schedule');
  await page.locator('form[action$="/schedule/cancel"] button').click();
  await page.locator('.banner-good').waitFor();
  expect(await office.records.schedules.newest()).toMatchObject({ end: { kind: 'cancelled' } });
  await line.open('/destinations/office');
  await page.locator('button[value="add-date"]').click();
  await page.locator('#dateFrom-0:focus').waitFor();
  await look('destination-dates');
});
