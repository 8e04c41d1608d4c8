import type { Page } from 'playwright-core';
import { expect, test } from '#jest';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { serveSounds } from '../support/serve-sounds.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

/** Pictures are for people, and are taken only if CONSOLE_PICTURES names a folder. */
const folder = process.env.CONSOLE_PICTURES;

/** A published line with an editor and an approver. The browser can play its sounds. */
async function start(options: Parameters<typeof consoles.start>[0] = {}): Promise<BrowserConsole> {
  const line = await consoles.start(options);
  serveSounds(line);
  await line.office.publish({ comment: 'the beginning', documentNumber: '総情第1号' });
  await line.letIn('editor', 'editor');
  await line.letIn('approver', 'approver');
  return line;
}

/** The parts of an audio element that these tests use. */
interface Sound {
  pause(): void;
  readonly readyState: number;
  readonly duration: number;
  currentTime: number;
  addEventListener(what: string, then: (event: unknown) => void): void;
}

/** Presses Tab until an element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}

const changeSession = async (line: BrowserConsole, name: string) => {
  await line.page.context().clearCookies();
  await line.signIn(name);
};

test('With the keyboard alone, an editor changes a text, an approver hears and approves it, and the editor publishes', async () => {
  const line = await start();
  const { page } = line;
  await line.signIn('editor');
  await line.open('/texts/en/goodbye');
  await page.locator('#text').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Thank you, and so long.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.banner-good').waitFor();
  await line.open('/approvals/en');
  expect(await page.locator('input[type=checkbox][name=text]').count()).toBe(0);

  await changeSession(line, 'approver');
  await line.open('/approvals');
  await tabTo(page, 'a[href="/console/approvals/en"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '#approve button[formaction$="/listening"]');
  await page.keyboard.press('Enter');
  // The sound plays by itself. At its end, the page records by itself that it was heard.
  await page.waitForURL(/notice=approvals\.done\.heard/);
  await page.locator('.banner-good').waitFor();
  await tabTo(page, '#approve button:not([formaction])');
  await page.keyboard.press('Enter');
  await page.waitForURL(/notice=approvals\.done\.approved/);

  await changeSession(line, 'editor');
  await line.open('/publish');
  await page.locator('#comment').focus();
  await page.keyboard.type('Friendlier');
  await page.keyboard.press('Tab');
  await page.keyboard.type('総情第2号');
  await page.keyboard.press('Enter');
  await page.locator('#publish-job .banner-good').waitFor();
  expect(line.office.shelf.current.words.en?.prompts.goodbye).toEqual(['Thank you, and so long.']);
});

test('A sound that was skipped to its end does not count as heard', async () => {
  const line = await start();
  const { page } = line;
  await line.office.save('en', 'goodbye', ...Array(8).fill('This is a long sentence with many words in it'));
  await line.signIn('approver');
  await line.open('/approvals/en');
  await page.locator('#approve button[formaction$="/listening"]').click();
  const audio = page.locator('form[data-listened] audio');
  await audio.evaluate(async (element: Sound) => {
    await new Promise((resolve) => {
      if (element.readyState > 0) resolve(null);
      else element.addEventListener('loadedmetadata', resolve);
    });
    element.currentTime = element.duration - 0.2;
    await new Promise((resolve) => element.addEventListener('ended', resolve));
  });
  await page.getByText('飛ばしたところがあります').waitFor();
  expect(await page.locator('form[data-listened] button[type=submit]').isDisabled()).toBe(true);
});

test('Without script, a button reports a sound as heard, and the clock of the server checks that', async () => {
  const line = await start({ javaScriptEnabled: false });
  const { page, office } = line;
  await office.save('en', 'goodbye', ...Array(8).fill('This is a long sentence with many words in it'));
  await line.signIn('approver');
  await line.open('/approvals/en');
  await page.locator('#approve button[formaction$="/listening"]').click();
  await page.locator('form[data-listened] button[type=submit]').click();
  await page.locator('.banner-error').waitFor();
  office.later(60);
  await page.locator('form[data-listened] button[type=submit]').click();
  await page.locator('.banner-good').waitFor();
  await page.locator('#approve button:not([formaction])').click();
  await page.waitForURL(/notice=approvals\.done\.approved/);
  expect(line.takeProblems().filter((problem) => !/status of 409/.test(problem))).toEqual([]);
});

test.each(languages)('axe finds nothing wherever approvals are shown (%s)', async (language) => {
  const line = await start();
  const { page, office } = line;
  const look = async (name: string) => {
    expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
  };
  await line.signIn('approver');
  await line.open(`/language/${language}?next=%2Fconsole`);
  await office.save('en', 'goodbye', 'Thank you, and so long.');
  await office.save('en', 'days.which', 'Everything changes on {{firstDay}}.');
  await office.publish({ emergencyReason: 'The river has risen.' }, undefined, null);
  await office.save('en', 'limit', 'It ends now.');
  await office.save('en', 'days.which', 'Nothing changes on {{firstDay}}.');
  await line.open('/approvals');
  await look('approvals');
  await line.open('/approvals/en');
  for (const summary of await page.locator('main details summary').all()) await summary.click();
  await look('approve');
  await page.locator('button[formaction$="/listening"]').click();
  await page.locator('form[data-listened]').waitFor();
  // Paused, because at the end of the sound the page would go on by itself.
  await page.locator('form[data-listened] audio').evaluate((audio: Sound) => audio.pause());
  await look('approve-listening');
  await line.open('/approvals/en');
  const last = page.locator('.approve-text[id="limit"]');
  await last.locator('summary').click();
  await last.locator('input[name=comment]').fill('The second word is wrong.');
  await last.locator('form[action$="/send-back"] button').click();
  await page.locator('.banner-good').waitFor();
  await look('sent-back');
  await line.open('/texts?language=en&state=sent-back');
  await look('ledger-sent-back');
  await page.locator('.ledger tbody a').first().click();
  await look('text-sent-back');
  await line.open('/publish');
  await look('publish-unapproved');
  await line.open('/editions');
  await look('editions-marked');
  await line.open('/change-sheet');
  await look('change-sheet');
});

test.each(languages)(
  'The change sheet of one change is one page of A4 without menu or buttons (%s)',
  async (language) => {
    const line = await start();
    const { page, office } = line;
    await line.signIn('editor');
    await office.save('en', 'goodbye', 'Thank you, and so long.');
    await line.open(`/language/${language}?next=%2Fconsole%2Fchange-sheet`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.header', '.menu-open', '.trail', '.sheet-screen']) {
      expect([hidden, await page.locator(hidden).isVisible()]).toEqual([hidden, false]);
    }
    const pdf = await page.pdf({ preferCSSPageSize: true });
    if (folder) await page.screenshot({ path: `${folder}/change-sheet-print-${language}.png`, fullPage: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  },
);

test('A sound that was heard to its end is not played again, and what was typed meanwhile stays', async () => {
  const line = await start();
  const { page } = line;
  await line.office.save('en', 'goodbye', 'Thank you, and so long.');
  await line.office.save('en', 'days.which', 'Everything changes on {{firstDay}}.');
  await line.signIn('approver');
  await line.open('/approvals/en');
  let heard = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/listened')) heard += 1;
  });
  await page.locator('form[action$="/listening"] button').last().click();
  await page.locator('audio').waitFor();
  const fold = page.locator('details', { has: page.locator('input[name=comment]') }).last();
  await fold.locator('summary').click();
  await page.locator('input[name=comment]').last().fill('Too fast');
  await page.locator('#reader').fill('Kim');
  await page.getByText('最後まで聞いたことを記録しました').waitFor();
  expect(await page.locator('audio').count()).toBe(0);
  expect(await page.locator('input[name=comment]').last().inputValue()).toBe('Too fast');
  expect(await page.locator('#reader').inputValue()).toBe('Kim');
  expect(heard).toBe(1);
});
