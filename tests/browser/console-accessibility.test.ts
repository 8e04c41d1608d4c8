import { randomBytes } from 'node:crypto';
import { expect, test } from '#jest';
import { createClosedConsole } from '../../src/console/closed-console.ts';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { goodPassword } from '../support/test-desk.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

test.each(languages)(
  'axe finds nothing on the pages of signing in, accounts, audit and overview, and none is too wide (%s)',
  async (language) => {
    const line = await consoles.start();
    const look = async (name: string) => {
      expect({ name, looks: await lookAt(line.page, `${name}-${language}`) }).toEqual({ name, looks: [] });
    };
    await line.open(`/language/${language}`);
    await look('sign-in');
    await throughOutside(line, look);
    await throughInside(line, look);
  },
);

type Look = (name: string) => Promise<void>;

/** The pages before signing in. */
async function throughOutside(line: BrowserConsole, look: Look): Promise<void> {
  const { page } = line;
  const made = await line.desk.firstSignInLink();
  if (made.kind !== 'made') throw new Error('No link was made.');
  await line.open(`/sign-in/${made.token}`);
  await look('sign-in-link');
  await page.locator('#name').fill('hanako');
  await page.locator('#display').fill('花子');
  await page.locator('#new-password').fill('short');
  await page.locator('#new-password-again').fill('short');
  await page.locator('main button').click();
  await page.locator('.field-error').waitFor();
  await look('sign-in-link-wrong');
  await line.open('/sign-in/nothing');
  await look('dead-link');
  await line.open('/sign-in');
  await page.locator('#name').fill('hanako');
  await page.locator('#password').fill('wrong');
  await page.locator('main button').click();
  await page.locator('.banner-error').waitFor();
  await look('sign-in-wrong');
  line.app.use('/closed', createClosedConsole(randomBytes, false));
  await page.goto(`${line.address}/closed`);
  await look('closed');
  expectOnlyStatuses(line);
}

/** The pages after signing in, as an administrator. */
async function throughInside(line: BrowserConsole, look: Look): Promise<void> {
  const { page } = line;
  await line.letIn('hanako', 'administrator');
  const { signedIn } = await line.letIn('taro', 'editor');
  await line.signIn('hanako');
  await look('overview');
  if (await page.locator('.menu-folded summary').isVisible()) {
    await page.locator('.menu-folded summary').click();
    await look('menu');
  }
  for (const path of ['audit', 'account', 'accounts', `accounts/${signedIn.member.id}`, 'accounts/new']) {
    await line.open(`/${path}`);
    await look(path.replace(/\/.{22}$/, '-one').replace('/', '-'));
  }
  await page.locator('#name').fill('jiro');
  await page.locator('#display').fill('二郎');
  await page.locator('main button').click();
  await page.locator('#link').waitFor();
  await look('accounts-link');
  await line.open('/nowhere');
  await look('missing');
  expectOnlyStatuses(line);
  await line.open('/accounts/new');
  await page.locator('#name').fill('saburo');
  await page.locator('#display').fill('三郎');
  line.clock.now += 60 * 60_000;
  await page.locator('main button').click();
  await page.locator('#password').waitFor();
  await look('sign-in-kept');
  await page.locator('#name').fill('hanako');
  await page.locator('#password').fill(goodPassword);
  await page.locator('main button').click();
  await page.locator('.typed').first().waitFor({ state: 'attached' });
  await look('kept');
  expectOnlyStatuses(line);
}

/** Browsers log every response with an error status. Nothing else may have been logged. */
function expectOnlyStatuses(line: BrowserConsole): void {
  const others = line.takeProblems().filter((problem) => !/status of (401|404|410|422|503)/.test(problem));
  expect(others).toEqual([]);
}
