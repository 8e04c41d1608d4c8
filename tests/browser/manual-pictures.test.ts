import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from '#jest';
import { noMarks } from '../../src/office/drafts/ledger.ts';
import { writeWorkbook } from '../../src/office/sheets/write-workbook.ts';
import type { Role } from '../../src/office/staff/role.ts';
import { type BrowserConsole, useConsole } from '../support/browser-console.ts';
import { bundledDraft } from '../support/bundled.ts';
import { typeInto } from '../support/edit-workbook.ts';
import { rowOf } from '../support/sheet-office.ts';

/** The tests take the pictures of the staff manual, with the bundled texts, always on the same day. */
const consoles = useConsole();
const pictures = join(import.meta.dirname, '../../docs/manual');
const [menu, shorter] = ['topic.keep.menu', 'For the safety of your card, press {{key}}.'];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-manual-'));
});
afterEach(() => rm(folder, { recursive: true }));

/**
 * Takes a picture and stores it, but only if UPDATE_PICTURES is 1, because pictures differ a little between machines.
 * @param top the selector of the element at the top of the picture
 */
async function picture(page: Page, name: string, top = 'h1'): Promise<void> {
  await page
    .locator(top)
    .first()
    .evaluate((element: { scrollIntoView(): void }) => element.scrollIntoView());
  if (process.env.UPDATE_PICTURES !== '1') return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), await page.screenshot({ animations: 'disabled' }));
}

/** Publishes the bundled line, and signs in somebody with this role. */
async function start(name: string, role: Role): Promise<BrowserConsole> {
  const line = await consoles.start({}, { draft: bundledDraft() });
  await line.office.publish({ documentNumber: '総情第1号', warningsReason: 'the beginning' });
  await line.letIn(name, role);
  await line.signIn(name);
  return line;
}

test('The page of approvals lists the texts that wait for approval in a language', async () => {
  const line = await start('佐藤', 'approver');
  const { page, office } = line;
  await office.save('en', menu, shorter);
  await office.save('en', 'goodbye', 'Thank you for your call.', 'Goodbye.');
  await line.open('/approvals/en');
  expect(await page.locator('.approve-text').count()).toBe(2);
  await picture(page, 'approvals', 'main > p');
});

test('Approved texts can be published without a reason for an emergency', async () => {
  const line = await start('田中', 'editor');
  const { page, office } = line;
  await office.save('en', menu, shorter);
  await office.approveAll();
  await line.open('/publish');
  await page.locator('#crawl-job .banner-good').waitFor();
  expect(await page.locator('#emergencyReason').count()).toBe(0);
  await page.locator('#comment').fill('短い案内にする');
  await page.locator('#documentNumber').fill('総情第2号');
  await picture(page, 'publish-approved', 'a[href="/console/change-sheet"]');
});

test('The rehearsal phone shows what is heard in a call', async () => {
  const line = await start('田中', 'editor');
  const { page } = line;
  await line.open('/rehearsal?at=2026-11-24T10:00&path=15');
  await page.locator('#latest').waitFor();
  expect(await page.locator('#latest').innerText()).toContain('flyer');
  await page.setViewportSize({ width: 1280, height: 680 });
  await picture(page, 'rehearsal', '#latest');
});

test('Before a notice is switched on, the page shows for every language what callers will hear', async () => {
  const line = await start('田中', 'editor');
  const { page } = line;
  await line.open('/disaster');
  await page.getByLabel('大雨').check();
  await page.getByLabel('阿蘇地方').check();
  await page.getByLabel('川や海に近づかない').check();
  await page.getByRole('button', { name: '流れる文を確かめる' }).click();
  await page.locator('.disaster-heard').first().waitFor();
  expect(await page.locator('.disaster-language').count()).toBe(7);
  await picture(page, 'disaster-confirm');
});

test('The differences in a translated sheet are shown before anything is taken in', async () => {
  const line = await start('田中', 'editor');
  const { page, office } = line;
  let bytes = await writeWorkbook({ now: await office.desk.read(), marks: noMarks, engine: office.engine }, ['en']);
  bytes = typeInto(bytes, 'en', `E${rowOf(bytes, 'en', menu)}`, shorter);
  bytes = typeInto(bytes, 'en', `I${rowOf(bytes, 'en', menu)}`, 'Shorter, as on the leaflet.');
  const file = join(folder, 'words.xlsx');
  await writeFile(file, bytes);
  await line.open('/sheets');
  await page.locator('#file').setInputFiles(file);
  await page.locator('main form[method="post"] button[type="submit"]').click();
  await page.locator('main .facts').waitFor();
  expect(await page.locator('main').innerText()).toContain('1件を取り込む');
  await picture(page, 'sheet-compared');
});
