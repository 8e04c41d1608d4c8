import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '#jest';
import { sharedBrowser, startVisit, type Visit } from '../support/browser.ts';
import { browserPrompts } from '../support/browser-line.ts';
import { createPlace, type Place, type StartedLine, startLine } from '../support/start-line.ts';
import { goodPassword } from '../support/test-desk.ts';

/** A real line with the embedded voice, a database and the console, from its first start. */
jest.setTimeout(400_000);

const prompt = 'topic.keep.menu';
const [before, after] = ['To keep your card and number safe, press', 'For the safety of your card, press'];

let place: Place;
let line: StartedLine;
let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  place = await createPlace('spoken-before');
  line = startLine(place, { PROMPTS_DIR: browserPrompts });
  browser = await sharedBrowser();
  await line.says(/the prompts folder is published/);
});
afterEach(async () => {
  const ended = visits.splice(0);
  await Promise.all(ended.map((visit) => visit.end()));
  // The browser logs the response that reports a conflict.
  const problems = ended.flatMap((visit) => visit.takeProblems()).filter((each) => !/status of 409/.test(each));
  expect(problems).toEqual([]);
});
afterAll(async () => {
  await line?.[Symbol.asyncDispose]();
  await place?.[Symbol.asyncDispose]();
});

const visit = async (path: string, width = 1280): Promise<Page> => {
  const begun = await startVisit(browser, { viewport: { width, height: 800 } });
  visits.push(begun);
  await begun.page.goto((await line.address()) + path);
  return begun.page;
};

const signIn = async (page: Page) => {
  await page.locator('#name').fill('administrator');
  await page.locator('#password').fill(goodPassword);
  await page.locator('main button[type="submit"]').click();
};

/** Calls in English in the browser phone. `heard` returns the text of the newest turn. */
async function callInEnglish(): Promise<{ readonly page: Page; heard(): Promise<string> }> {
  const page = await visit('/phone?language=en');
  await page.clock.install();
  await page.reload();
  const turns = page.getByTestId('transcript').locator('.turn');
  await page.getByTestId('call-button').click();
  await page.locator('body[data-phase="speaking"]').waitFor();
  return { page, heard: () => turns.last().innerText() };
}

async function publish(page: Page, comment: string): Promise<void> {
  await page.goto(`${await line.address()}/console/publish`);
  await page.locator('#comment').fill(comment);
  await page.locator('input[name="noDocument"]').check();
  // Nobody else has approved the text, so publishing it needs a reason for an emergency.
  await page.locator('#emergencyReason').fill('Nobody else is here today');
  await page.locator('main form button[type="submit"]').click();
  await page.locator('#publish-job .banner-good').waitFor({ timeout: 120_000 });
}

test('A new member of staff publishes a changed text, and goes back; a call in progress keeps its texts', async () => {
  const [link = ''] = await line.says(/\/console\/sign-in\/\S+/);
  const begun = performance.now();
  const page = await visit(link);
  for (const name of ['#name', '#display']) await page.locator(name).fill('administrator');
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(goodPassword);
  await page.locator('main button[type="submit"]').click();
  await page.waitForURL('**/console');

  const early = await callInEnglish();
  expect(await early.heard()).toContain(before);
  // Stops the clock of the caller, so that the call does not go on while the test works in the console.
  await early.page.clock.pauseAt(Date.now() + 1000);

  await page.locator('.menu-open a[href="/console/texts"]').click();
  await page.locator(`a[href="/console/texts/en/${prompt}"]`).click();
  await page.locator('#text').fill(`${after} {{key}}.`);
  await page.locator('#check').getByText(after).waitFor();
  await page.locator('#text').press('Control+Enter');
  await page.locator('.banner-good').waitFor();
  await publish(page, 'A shorter offer');

  const late = await callInEnglish();
  expect(await late.heard()).toContain(after);
  const minutes = (performance.now() - begun) / 60_000;
  console.log(`From the link to the changed sentence on the telephone: ${minutes.toFixed(1)} minutes.`);

  // The call that began before the publication keeps its texts.
  await early.page.getByTestId('key-9').click();
  await early.page.getByTestId('transcript').locator('.turn').nth(1).waitFor();
  expect(await early.heard()).toContain(before);
  expect(await early.heard()).not.toContain(after);

  await page.goto(`${await line.address()}/console/editions`);
  await page.locator('td a').last().click();
  await page.locator('#reason').fill('Back to what the leaflet says');
  await page.locator('.button-danger').click();
  await page.locator('.banner-good').waitFor();
  const last = await callInEnglish();
  expect(await last.heard()).toContain(before);
});

test('If two people change the same text, nothing is lost, and the changes of both are published together', async () => {
  const [one, other] = [await visit('/console/sign-in'), await visit('/console/sign-in')];
  for (const page of [one, other]) {
    await signIn(page);
    await page.waitForURL('**/console');
    await page.goto(`${await line.address()}/console/texts/en/goodbye`);
  }
  await one.locator('#text').fill('Thank you for your call. Goodbye.');
  await other.locator('#text').fill('Thank you. Goodbye.');
  await one.locator('.text-buttons button').click();
  await one.locator('.banner-good').waitFor();
  await other.locator('.text-buttons button').click();
  await other.locator('.banner-error').waitFor();
  expect(await other.locator('#text').inputValue()).toContain('Thank you. Goodbye.');
  await other.locator('#text').fill('Thank you for your call. So long.');
  await other.locator('.text-buttons button').click();
  await other.locator('.banner-good').waitFor();
  await other.goto(`${await line.address()}/console/texts/en/goodbye/history`);
  const history = (await other.locator('main').innerText()).replaceAll(/\s+/g, ' ');
  for (const words of ['Thank you for your call.', 'Thank you for calling.']) expect(history).toContain(words);

  await other.goto(`${await line.address()}/console/texts/es/goodbye`);
  await other.locator('#text').fill('Gracias por su llamada. Adiós.');
  await other.locator('.text-buttons button').click();
  await other.locator('.banner-good').waitFor();
  await publish(one, 'Both of us');
  await one.goto(`${await line.address()}/console/editions`);
  await one.locator('td a').first().click();
  await one.waitForURL(/\/editions\/\w+$/);
  const words = await one.locator('main').innerHTML();
  expect(words).toContain('Thank you for your call.');
  expect(words).toContain('Gracias por su llamada. Adiós.');
});
