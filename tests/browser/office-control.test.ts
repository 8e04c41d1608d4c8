import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, jest, test } from '#jest';
import { sharedBrowser, startVisit, type Visit } from '../support/browser.ts';
import { readSentences } from '../support/browser-phone.ts';
import { typeInto } from '../support/edit-workbook.ts';
import { rowOf } from '../support/sheet-office.ts';
import { goodPassword } from '../support/test-desk.ts';
import { translatedTexts } from '../support/translated-texts.ts';
import { startTurnedLine, type TurnedLine } from '../support/turned-line.ts';

/** From the first start to calls on the telephone. Three people do everything on the pages of the console. */
jest.setTimeout(600_000);

/** Pictures are taken only if CONSOLE_PICTURES names a folder. */
const pictures = process.env.CONSOLE_PICTURES;
const topic = 'topic.flyers.menu';
const japanese = '{案内|あんない}の チラシは、{{key}}。';
const languages = [...Object.keys(translatedTexts), 'ja'];
const promptsOf = (language: string): string[] => Object.keys(translatedTexts[language] ?? { [topic]: japanese });
const changedTexts = languages.flatMap(promptsOf).length;

let line: TurnedLine;
let browser: Browser;
let folder = '';
const visits: Visit[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kotozute-control-'));
  browser = await sharedBrowser();
  line = await startTurnedLine();
});
afterAll(async () => {
  await Promise.all(visits.map((visit) => visit.end()));
  await line?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function visit(path: string): Promise<Page> {
  const begun = await startVisit(browser, { viewport: { width: 1280, height: 800 } });
  visits.push(begun);
  await begun.page.goto(line.address + path);
  return begun.page;
}

const open = (page: Page, path: string) => page.goto(`${line.address}/console${path}`);
const press = (page: Page, selector = 'main button[type="submit"]') => page.locator(selector).click();
const picture = async (page: Page, name: string) =>
  pictures && page.screenshot({ path: join(pictures, `control-${name}.png`), fullPage: true });

/** Chooses a password at a sign-in link, and English as the language. The first administrator also enters a name. */
async function choosePassword(page: Page): Promise<Page> {
  for (const name of await page.locator('#name:not([readonly]), #display').all()) await name.fill('administrator');
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(goodPassword);
  await press(page);
  await page.waitForURL('**/console');
  await page.goto(`${line.address}/console/language/en?next=%2Fconsole`);
  return page;
}

/** The administrator adds an account, whose owner signs in by the link. @returns the page of that person */
async function letIn(administrator: Page, name: string, role: 'editor' | 'approver'): Promise<Page> {
  await open(administrator, '/accounts/new');
  await administrator.locator('#name').fill(name);
  await administrator.locator('#display').fill(name);
  await administrator.locator('#role').selectOption(role);
  await press(administrator);
  const link = new URL(await administrator.locator('#link').inputValue());
  return choosePassword(await visit(link.pathname));
}

/** Downloads the workbook of the six other languages, and writes the translations into it. @returns its path */
async function translate(editor: Page): Promise<string> {
  await open(editor, '/sheets');
  const [download] = await Promise.all([
    editor.waitForEvent('download'),
    press(editor, 'form[action="/console/sheets/export"] button'),
  ]);
  let bytes: Uint8Array = await readFile(await download.path());
  for (const [language, texts] of Object.entries(translatedTexts)) {
    for (const [prompt, words] of Object.entries(texts)) {
      bytes = typeInto(bytes, language, `E${rowOf(bytes, language, prompt)}`, words);
    }
  }
  const file = join(folder, 'translated.xlsx');
  await writeFile(file, bytes);
  return file;
}

/** The parts of an audio element that this test uses. */
interface Sound {
  playbackRate: number;
}

/**
 * Hears the changed texts of a language to the end, and approves them. The sound really plays, only faster.
 * @param later seconds by which the clock of the server is moved on; with 0, the first attempt is refused
 */
async function approve(approver: Page, language: string, later: number): Promise<void> {
  await open(approver, `/approvals/${language}`);
  // The changed texts are ticked already, although nothing has been approved on this line yet.
  const ticked = approver.locator('input[type="checkbox"][name="text"]:checked');
  expect([language, await ticked.count()]).toEqual([language, promptsOf(language).length]);
  await press(approver, '#approve button[formaction$="/listening"]');
  const audio = approver.locator('form[data-listened] audio');
  await audio.waitFor();
  line.later(later);
  await audio.evaluate((element: Sound) => {
    element.playbackRate = 12;
  });
  if (later === 0) {
    // The page reports that everything was played. By the clock of the server, too little time has passed.
    await approver.locator('.banner-error').waitFor();
    await picture(approver, 'too-short');
    return approve(approver, language, 300);
  }
  await approver.waitForURL(/notice=approvals\.done\.heard/);
  await press(approver, '#approve button:not([formaction])');
  await approver.waitForURL(/notice=approvals\.done\.approved/);
}

/** Calls in the browser phone. @returns what the menu of topics says of `topic` */
async function call(language: string): Promise<string> {
  const page = await visit(`/phone?language=${language}`);
  const sound = page.waitForResponse((response) => /\/audio\/[0-9a-f]{64}\.wav$/.test(response.url()));
  await page.getByTestId('call-button').click();
  await page.locator('body[data-phase="speaking"]').waitFor();
  expect((await sound).ok()).toBe(true);
  const said = await page.getByTestId('transcript').locator('.turn p').evaluateAll(readSentences);
  return said.find(({ prompt }) => prompt === topic)?.text ?? '';
}

test('An editor and an approver publish fifty translated texts, and the telephone speaks them in all seven languages', async () => {
  const administrator = await choosePassword(await visit(line.firstLink));
  const editor = await letIn(administrator, 'editor', 'editor');
  const approver = await letIn(administrator, 'approver', 'approver');

  await open(editor, `/texts/ja/${topic}`);
  await editor.locator('#text').fill(japanese);
  await press(editor, '.text-buttons button');
  await editor.locator('.banner-good').waitFor();
  // The translations of this text are now stale, and are listed as findings.
  await open(editor, '/publish');
  expect(await editor.locator(`.findings a[href$="/${topic}"]`).count()).toBeGreaterThanOrEqual(6);

  const file = await translate(editor);
  await open(editor, '/sheets');
  await editor.locator('#file').setInputFiles(file);
  await press(editor, 'form[enctype] button');
  await editor.locator('main ins').first().waitFor();
  await picture(editor, 'difference');
  expect(await editor.locator('.change-text').count()).toBe(50);
  const colourOf = (part: string) =>
    editor.evaluate(`getComputedStyle(document.querySelector("main ${part}")).backgroundColor`);
  expect(await colourOf('ins')).not.toBe(await colourOf('del'));
  await press(editor, 'main form[method="post"] button[type="submit"]');
  await editor.locator('.banner-good').waitFor();

  await open(editor, '/publish');
  expect(await editor.locator('#emergencyReason').count()).toBe(1);
  for (const language of languages) await approve(approver, language, language === 'en' ? 0 : 300);
  await open(editor, '/change-sheet');
  await picture(editor, 'change-sheet');

  await open(editor, '/publish');
  expect(await editor.locator('#emergencyReason').count()).toBe(0);
  expect(await editor.locator('#crawl-job .banner').count()).toBe(1);
  await editor.locator('#comment').fill('Clearer in seven languages');
  await editor.locator('#documentNumber').fill('総情第50号');
  await picture(editor, 'publish');
  await press(editor, 'main form[action="/console/publish"] button');
  // If no earlier test has made the sounds, this waits until all sounds of the line are made.
  await editor.locator('#publish-job .banner-good').waitFor({ timeout: 300_000 });
  await picture(editor, 'published');

  for (const language of languages) {
    const words = translatedTexts[language]?.[topic] ?? '案内の チラシは、{{key}}。';
    expect([language, await call(language)]).toEqual([language, words.replace('{{key}}', '5')]);
  }

  await open(administrator, '/audit');
  const audit = await administrator.locator('main').innerText();
  const inEnglish = new Intl.DisplayNames(['en'], { type: 'language' });
  await picture(administrator, 'audit');
  for (const [language, texts] of Object.entries(translatedTexts)) {
    const count = Object.keys(texts).length;
    const name = inEnglish.of(language);
    expect(audit).toContain(`Imported ${count} texts in “${name}” from translators’ sheets.`);
    expect(audit).toContain(`Listened to ${count} texts in ${name} and approved them`);
  }
  expect(audit).toMatch(/Published the draft \(Edition \d+, document number 総情第50号\)\./);
  expect(audit).toContain('Saved “Menu: Leaflets” in Japanese');
  await open(editor, '/editions');
  await editor.locator('td a').first().click();
  await editor.locator('a[href$="/change-sheet"]').click();
  await editor.waitForURL('**/change-sheet');
  await editor.emulateMedia({ media: 'print' });
  await picture(editor, 'change-sheet-print');
  const sheet = await editor.locator('.sheet').innerText();
  for (const words of ['総情第50号', 'editor', 'approver', 'Clearer in seven languages'])
    expect(sheet).toContain(words);
  expect(await editor.locator('.sheet-changes tbody tr').count()).toBe(changedTexts);
  const pages = (await editor.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g);
  expect(pages?.length).toBeGreaterThan(1);
  const problems = visits.flatMap((each) => each.takeProblems());
  expect(problems.filter((each) => !/status of 409/.test(each))).toEqual([]);
});
