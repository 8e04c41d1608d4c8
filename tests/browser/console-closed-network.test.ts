import { expect, test } from '#jest';
import { useConsole } from '../support/browser-console.ts';
import { disasterDraft } from '../support/disaster-draft.ts';

const consoles = useConsole();

test('In a network without sounds, without a microphone and without the internet, a text is saved, heard as a file, approved and published', async () => {
  const line = await consoles.start({}, { draft: disasterDraft() });
  const { page, office } = line;
  const [asked, refused] = [new Set<string>(), new Set<string>()];
  const context = page.context();
  await context.addInitScript('Object.defineProperty(navigator, "mediaDevices", { value: undefined })');
  await context.route('**/*', (route) => {
    const { hostname, pathname } = new URL(route.request().url());
    asked.add(hostname);
    if (hostname === 'localhost' && !/^\/audio\/|\.(?:wav|mp3|ogg)$/.test(pathname)) return route.fallback();
    refused.add(pathname);
    return route.abort('blockedbyclient');
  });
  await office.publish();
  await line.letIn('hanako', 'editor');
  await line.letIn('taro', 'approver');

  await line.signIn('hanako');
  await line.open('/texts/en/goodbye');
  await page.locator('#text').fill('Thank you, and so long.');
  await page.locator('button[name=speed][value=normal]').click();
  await page.locator('#sound audio').waitFor();
  expect(await page.getByRole('link', { name: '音声をファイルで保存(WAV)' }).isVisible()).toBe(true);
  await page.getByRole('button', { name: '保存する' }).click();
  await page.locator('.banner-good').waitFor();
  await line.open('/texts/en/limit');
  await page.locator('#text').fill('This call is over.');
  await page.getByRole('button', { name: '保存する' }).click();
  await page.locator('.banner-good').waitFor();
  await page.getByRole('button', { name: 'サインアウト' }).first().click();
  await page.locator('#name').waitFor();

  // The sound cannot be played, so the page offers to listen to it as a file.
  await line.signIn('taro');
  await line.open('/approvals/en');
  const tick = (text: string) => page.locator(`.approve-text[id="${text}"] input[name=text][type=checkbox]`);
  await tick('limit').uncheck();
  await page.getByRole('button', { name: '印を付けた文を続けて聞く' }).click();
  await page.locator('[data-elsewhere][open]').waitFor();
  expect(await page.locator('[data-said]').innerText()).not.toBe('');
  office.later(60);
  await page.locator('#elsewhere').check();
  await page.getByRole('button', { name: '聞きました(ファイルで)' }).click();
  await page.waitForURL(/heard=/);

  // An approver can also ask for the file immediately.
  await tick('goodbye').uncheck();
  await tick('limit').check();
  await page.getByRole('button', { name: '印を付けた文をファイルで聞く' }).click();
  await page.locator('[data-elsewhere][open]').waitFor();
  office.later(60);
  await page.locator('#elsewhere').check();
  await page.getByRole('button', { name: '聞きました(ファイルで)' }).click();
  await page.waitForURL(/heard=/);
  await tick('goodbye').check();
  await page.getByRole('button', { name: '印を付けて聞いた文を承認する' }).click();
  await page.waitForURL(/notice=approvals\.done\.approved/);

  await line.open('/publish');
  await page.locator('#comment').fill('Friendlier');
  await page.locator('#noDocument').check();
  await page.locator('form[action="/console/publish"] button[type=submit]').click();
  await page.locator('#publish-job .banner-good').waitFor();
  expect(office.shelf.current.words.en?.prompts).toMatchObject({
    goodbye: ['Thank you, and so long.'],
    limit: ['This call is over.'],
  });

  expect([...asked]).toEqual(['localhost']);
  expect(refused.size).toBeGreaterThan(0);
  expect([...refused].filter((path) => !path.startsWith('/audio/'))).toEqual([]);
  expect(line.takeProblems().filter((problem) => !problem.includes('/audio/'))).toEqual([]);
});
