import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '#jest';
import { noMarks } from '../../src/office/drafts/ledger.ts';
import { writeWorkbook } from '../../src/office/sheets/write-workbook.ts';
import { type BrowserConsole, lookAt, useConsole } from '../support/browser-console.ts';
import { typeInto } from '../support/edit-workbook.ts';
import { rowOf } from '../support/sheet-office.ts';

const consoles = useConsole();
const languages = ['ja', 'en'] as const;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-sheets-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function start(options: Parameters<typeof consoles.start>[0] = {}): Promise<BrowserConsole> {
  const line = await consoles.start(options);
  await line.letIn('hanako', 'editor');
  await line.signIn('hanako');
  return line;
}

/** A workbook in which a translator has written two texts and a comment. @returns its path */
async function translated({ office }: BrowserConsole, greeting: string): Promise<string> {
  const now = await office.desk.read();
  let bytes = await writeWorkbook({ now, marks: noMarks, engine: office.engine }, ['en', 'zh-Hans']);
  bytes = typeInto(bytes, 'en', 'E2', greeting);
  bytes = typeInto(bytes, 'en', 'I2', 'I made the greeting a little friendlier.\nIs that right?');
  bytes = typeInto(bytes, 'zh-Hans', `E${rowOf(bytes, 'zh-Hans', 'goodbye')}`, '谢谢。');
  const file = join(folder, 'words.xlsx');
  await writeFile(file, bytes);
  return file;
}

test.each(languages)(
  'axe finds nothing on the pages of sheets, from choosing languages to the end of taking in (%s)',
  async (language) => {
    const line = await start();
    const { page, office } = line;
    const look = async (name: string) => {
      expect({ name, looks: await lookAt(page, `${name}-${language}`) }).toEqual({ name, looks: [] });
    };
    const upload = async (file: string) => {
      await line.open('/sheets');
      await page.locator('#file').setInputFiles(file);
      await page.locator('main form[method="post"] button[type="submit"]').click();
      await page.locator('main .facts').waitFor();
    };
    await line.open(`/language/${language}?next=%2Fconsole%2Fsheets`);
    await look('sheets');
    await upload(await translated(line, 'Hello {{nowhere}}. '.repeat(3)));
    await look('sheets-refused');
    const file = await translated(line, 'Hello from the town.');
    await upload(file);
    await look('sheets-compared');
    await page.locator('main form[method="post"] button[type="submit"]').click();
    await page.locator('.banner-good').waitFor();
    await look('sheets-taken');
    await upload(file);
    await look('sheets-nothing');
    const late = await translated(line, 'Hello, hello.');
    await office.save('en', 'greeting', 'Hello from us.');
    await upload(late);
    await look('sheets-moved');
    await line.open('/sheets/export?kind=csv');
    await page.locator('#export-problem').waitFor();
    await look('sheets-no-language');
    expect(line.takeProblems().filter((problem) => !/status of 400/.test(problem))).toEqual([]);
  },
);

test.each([true, false])(
  'The keyboard alone downloads a sheet and takes it in (with script: %s)',
  async (javaScriptEnabled) => {
    const line = await start({ javaScriptEnabled });
    const { page, office } = line;
    // Starts to intercept file choosers early. One that opened before that has taken effect would be lost.
    page.on('filechooser', () => {});
    await line.open('/sheets');
    await page.locator('#language-zh-Hans').focus();
    await page.keyboard.press('Space');
    for (const _step of ['to the source language', 'to the kind of file', 'to the button'])
      await page.keyboard.press('Tab');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('translators-sheets-en.xlsx');
    const file = await translated(line, 'Hello from the town.');
    await page.keyboard.press('Tab');
    await page.locator('#file:focus').waitFor();
    // The file chooser belongs to the operating system, so its result is set directly.
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(file);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const button = page.locator('main form[method="post"] button[type="submit"]');
    await page.locator('main ins').first().waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.banner-good').waitFor();
    const now = await office.desk.read();
    expect(now.find('en', 'greeting')?.sentences).toEqual(['Hello from the town.']);
    expect(now.find('zh-Hans', 'goodbye')?.sentences).toEqual(['谢谢。']);
  },
);
