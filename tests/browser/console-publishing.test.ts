import type { Locator } from 'playwright-core';
import { expect, test } from '#jest';
import { asksAgain } from '../../src/frame/parts.ts';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

/** Signs in somebody who may publish, at a line that was published once. */
async function start(): Promise<BrowserConsole> {
  const line = await consoles.start();
  await line.office.publish({ comment: 'the beginning', documentNumber: '総情第1号' });
  await line.letIn('hanako', 'approver');
  await line.signIn('hanako');
  return line;
}

test.each(languages)('axe finds nothing on the pages of publishing and of going back (%s)', async (language) => {
  const line = await start();
  const { page, office } = line;
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
  };
  await line.open(`/language/${language}?next=%2Fconsole%2Fpublish`);
  await look('publish-nothing');
  await office.save('ja', 'greeting', '{町|まち}の {電話|でんわ}です。');
  await line.open('/publish');
  await look('publish-blocked');
  await office.save('en', 'greeting', 'This is the telephone of the town.');
  await office.save('zh-Hans', 'greeting', '这是本镇的电话。');
  await line.open('/publish');
  await look('publish-unapproved');
  await office.approveAll();
  await line.open('/publish');
  await look('publish');
  await page.locator('#comment').fill(' ');
  await page.locator('main form button[type="submit"]').click();
  await page.locator('.field-error').first().waitFor();
  await look('publish-wrong');
  await page.locator('#comment').fill('A better greeting');
  await page.locator('input[name="noDocument"]').check();
  await page.locator('main form button[type="submit"]').click();
  await page.locator('#publish-job .banner-good').waitFor();
  await look('published');
  await line.open('/editions');
  await look('editions');
  await page.locator('td a').last().click();
  await page.locator('#reason').waitFor();
  for (const summary of await page.locator('main details summary').all()) await summary.click();
  await look('edition');
  await page.locator('#reason').fill('The old greeting was right');
  await page.locator('.button-danger').click();
  await page.locator('.banner-good').waitFor();
  await look('rolled-back');
  expect(line.takeProblems().filter((problem) => !/status of 422/.test(problem))).toEqual([]);
});

test('The keyboard alone is enough to publish', async () => {
  const line = await start();
  const { page, office } = line;
  await office.save('en', 'greeting', 'Good day.');
  await office.approveAll();
  await line.open('/publish');
  await page.locator('#comment').focus();
  await page.keyboard.type('Shorter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('総情第2号');
  await page.keyboard.press('Enter');
  await page.locator('#publish-job .banner-good').waitFor();
  expect(office.shelf.current.words.en?.prompts.greeting).toEqual(['Good day.']);
});

test('However many changes there are, the publish button is visible; on a telephone, the button or a link to it', async () => {
  const line = await start();
  const { page, office } = line;
  const { prompts = {} } = office.files.draft.words.get('en') ?? {};
  for (const [prompt, sentences] of Object.entries(prompts))
    await office.save('en', prompt, ...sentences.map((each) => `Now: ${each}`));
  await office.approveAll();
  await line.open('/publish');
  const button = page.locator('form[action="/console/publish"] button[type="submit"]');
  const isInSight = async (part: Locator) => {
    const [box, size] = [await part.boundingBox(), page.viewportSize()];
    return box !== null && size !== null && box.y >= 0 && box.y + box.height <= size.height;
  };
  /** Scrolls from the top to the end in steps of half a window. Returns which parts are wholly visible at each step. */
  const whileScrolling = async (...parts: readonly Locator[]) => {
    const seen: boolean[][] = [];
    const [length, height] = await page.evaluate<[number, number]>('[document.body.scrollHeight, innerHeight]');
    for (let from = 0; from < length; from += height / 2) {
      await page.evaluate(`scrollTo({ top: ${from}, behavior: 'instant' })`);
      seen.push(await Promise.all(parts.map(isInSight)));
    }
    return seen;
  };
  const wide = await whileScrolling(button);
  expect(wide.length).toBeGreaterThan(10);
  expect(wide.filter(([isButton]) => !isButton)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  const narrow = await whileScrolling(button, page.locator('.publish-jump a'));
  expect(narrow.filter(([isButton, isWay]) => !isButton && !isWay)).toEqual([]);
  expect([narrow[0], narrow.at(-1)]).toEqual([
    [false, true],
    [true, false],
  ]);
  await page.evaluate('scrollTo(0, 0)');
  await page.locator('.publish-jump a').click();
  await page.waitForURL('**#publish');
  expect(await isInSight(button)).toBe(true);
});

test('Without script, publishing works as well, and the page shows the result when it is loaded again', async () => {
  const line = await consoles.start({ javaScriptEnabled: false });
  await line.office.publish({ comment: 'the beginning' });
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  await line.office.save('en', 'greeting', 'Good day.');
  await line.office.approveAll();
  const { page } = line;
  await line.open('/publish');
  await page.locator('#comment').fill('Shorter');
  await page.locator('input[name="noDocument"]').check();
  await page.locator('main form button[type="submit"]').click();
  await line.publisher.idle();
  await line.open('/publish');
  await page.locator('#publish-job .banner-good').waitFor();
});

test('A part that shows progress recovers by itself after the office was away', async () => {
  const line = await start();
  const { page } = line;
  await line.open('/publish');
  const answers = [503, 429, 200];
  await page.route('**/console/publish/progress', (route) => {
    const status = answers.shift() ?? 500;
    return route.fulfill({
      status,
      contentType: 'text/html',
      body: status === 200 ? '<p>It is done</p>' : '<p>Away</p>',
    });
  });
  const part = JSON.stringify(`<div id="job"${asksAgain('/console/publish/progress')}>Going on</div>`);
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${part}); htmx.process(document.body)`);
  await page.getByText('It is done').waitFor();
  expect([answers, await page.locator('#job').count(), await page.getByText('Away').count()]).toEqual([[], 0, 0]);
  expect(line.takeProblems().filter((problem) => !/status of (?:503|429)/.test(problem))).toEqual([]);
});
