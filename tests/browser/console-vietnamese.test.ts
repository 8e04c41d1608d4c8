import { readFile } from 'node:fs/promises';
import { expect, test } from '#jest';
import { readDraft } from '../../src/words/draft.ts';
import { useConsole } from '../support/browser-console.ts';
import { readSentences } from '../support/browser-phone.ts';
import { answerCalls } from '../support/line-of-office.ts';
import { smallFiles } from '../support/small-prompts.ts';
import { translated } from '../support/vietnamese.ts';

const consoles = useConsole();

test('Vietnamese is added, translated in a workbook, heard, approved, published, and spoken on the phone in the browser', async () => {
  const line = await consoles.start({}, { draft: readDraft(smallFiles()) });
  const { page, office } = line;
  answerCalls(line);
  await office.publish({ warningsReason: 'a small line' });
  await line.letIn('hanako', 'editor');
  await line.letIn('mori', 'approver');

  await line.signIn('hanako');
  await line.open('/languages');
  await page.getByRole('link', { name: '言語を追加' }).click();
  await page.getByLabel('言語', { exact: true }).selectOption('vi');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByRole('button', { name: '言語を追加' }).click();
  await page.waitForURL('**/languages?notice=languages.done.added');
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href*="/sheets/export?language=vi"]').first().click(),
  ]);
  const buffer = Buffer.from(translated(await readFile(await sheet.path())));
  await line.open('/sheets');
  await page.locator('#file').setInputFiles({ name: sheet.suggestedFilename(), mimeType: 'application/x', buffer });
  await page.locator('main form[enctype] button').click();
  await page.locator('main .facts').waitFor();
  await page.locator('main form:not([enctype]) button[type="submit"]').click();
  await page.locator('.banner-good').waitFor();
  await page.getByRole('button', { name: 'サインアウト' }).first().click();
  await page.locator('#name').waitFor();

  await line.signIn('mori');
  for (const address of ['/approvals/vi', '/approvals']) {
    await line.open(address);
    await page.getByRole('button', { name: '印を付けた文をファイルで聞く' }).click();
    await page.locator('[data-elsewhere][open]').waitFor();
    office.later(1800);
    await page.locator('#elsewhere').check();
    await page.getByRole('button', { name: '聞きました(ファイルで)' }).click();
    await page.waitForURL(/heard=/);
    await page.getByRole('button', { name: '印を付けて聞いた文を承認する' }).click();
    await page.waitForURL(/notice=approvals\.done\.approved/);
  }
  await line.open('/publish');
  await page.locator('#comment').fill('Tiếng Việt');
  await page.locator('#noDocument').check();
  await page.locator('#warningsReason').fill('Japanese has as many sentences.');
  await page.locator('form[action="/console/publish"] button[type="submit"]').click();
  await page.locator('#publish-job .banner-good').waitFor();

  await page.goto(`${line.address}/phone?language=vi`);
  await page.getByTestId('call-button').click();
  await page.locator('body[data-phase="speaking"]').waitFor();
  const topics = await page.getByTestId('transcript').locator('.turn').last().locator('p').evaluateAll(readSentences);
  expect(new Set(topics.map(({ language }) => language))).toEqual(new Set(['vi']));
  expect(topics.map(({ text }) => text)).toContain('Để nghe về Mã số cá nhân và phong bì, bấm phím 1.');
  await page.getByTestId('key-1').click();
  const second = page.getByTestId('transcript').locator('.turn').nth(1);
  await second.getByText('Mỗi người chỉ có một Mã số cá nhân của riêng mình.').waitFor();
});
