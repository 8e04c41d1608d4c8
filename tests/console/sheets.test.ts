import { randomBytes } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, jest, test } from '#jest';
import { createSheetsKeeper } from '../../src/console/sheets/kept-sheets.ts';
import type { Role } from '../../src/office/staff/role.ts';
import { createTestConsole } from '../support/console-server.ts';
import { type ConsoleVisitor, visitConsole } from '../support/console-visitor.ts';
import { cellTexts, typeInto } from '../support/edit-workbook.ts';
import { rowOf } from '../support/sheet-office.ts';

/** Every test writes and reads workbooks while other tests keep the machine busy. */
jest.setTimeout(60_000);

const page = '/console/sheets';
const exported = `${page}/export?language=en&language=zh-Hans&kind=xlsx`;

async function start(role: Role = 'editor') {
  const line = await createTestConsole();
  await line.letIn('hanako', role);
  const visitor = visitConsole(line.app);
  await visitor.signIn('hanako');
  return { ...line, visitor };
}

/** A sheet with another English greeting, as a translator sends it back. */
async function translated(visitor: ConsoleVisitor, text = 'Hello from the town.'): Promise<Uint8Array> {
  const { bytes } = await visitor.download(exported);
  const row = rowOf(bytes, 'en', 'greeting');
  return typeInto(typeInto(bytes, 'en', `E${row}`, text), 'en', `I${row}`, 'Is <this> friendly?');
}

const upload = (visitor: ConsoleVisitor, bytes: Uint8Array, name = 'words.xlsx') =>
  visitor.upload(page, page, { name, bytes });
/** Uploads a file, and opens the page that compares it with the draft. */
async function compared(visitor: ConsoleVisitor, bytes: Uint8Array) {
  const sent = await upload(visitor, bytes);
  expect(sent.status).toBe(303);
  const address = sent.headers.location ?? '';
  return { address, shown: await visitor.get(address) };
}
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('Sheets are downloaded', () => {
  test('as a workbook of the languages that were chosen', async () => {
    const { visitor } = await start('viewer');
    const { disposition, bytes } = await visitor.download(exported);
    expect(disposition).toBe('attachment; filename=translators-sheets-en-zh-Hans.xlsx');
    expect(cellTexts(bytes, 'en').get('E2')).toBe('This is the waste line.');
    expect(cellTexts(bytes, 'zh-Hans').get('E2')).toBe('这里是垃圾热线。');
  });

  test('as one CSV file, or as several of them in a ZIP file', async () => {
    const { visitor } = await start();
    const one = await visitor.download(`${page}/export?language=en&kind=csv`);
    expect(one.disposition).toContain('translators-sheets-en.csv');
    expect([...one.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const both = await visitor.download(`${page}/export?language=en&language=zh-Hans&kind=csv`);
    const files = unzipSync(both.bytes);
    expect(Object.keys(files)).toEqual(['translators-sheets-en.csv', 'translators-sheets-zh-Hans.csv']);
    expect(strFromU8(files['translators-sheets-en.csv'] ?? new Uint8Array())).toBe(strFromU8(one.bytes));
  });

  test('only with a language', async () => {
    const { visitor } = await start();
    for (const query of ['', '?kind=csv', '?language=xx']) {
      const { status, text } = await visitor.get(`${page}/export${query}`);
      expect([status, text.includes('言語を一つ以上選んでください。')]).toEqual([400, true]);
    }
  });
});

describe('A sheet that comes back', () => {
  test('is shown with its changes and comments, and taken in with one button', async () => {
    const { visitor, office } = await start();
    const { address, shown } = await compared(visitor, await translated(visitor));
    expect(shown.status).toBe(200);
    expect(shown.text).toMatch(/<del>.*This is the waste line\..*<\/del>/s);
    expect(shown.text).toMatch(/<ins>.*Hello from the town\..*<\/ins>/s);
    expect(shown.text).toContain('Is &lt;this&gt; friendly?');
    expect(wordsOf(shown.text)).toContain('変わる文 1 変わらない文 61 直すもの 0');
    expect((await office.desk.read()).isKept).toBe(false);
    const taken = await visitor.send(shown, address);
    expect([taken.status, taken.headers.location]).toEqual([303, `${page}?taken=1`]);
    const after = await visitor.get(`${page}?taken=1`);
    expect(after.text).toContain('1件の訳を取り込みました。');
    expect(after.text).toContain('href="/console/texts"');
    expect((await office.desk.read()).find('en', 'greeting')).toMatchObject({
      sentences: ['Hello from the town.'],
      isReady: true,
      by: { accountName: 'hanako' },
    });
    expect((await office.records.audit.list(null, 1))[0]).toMatchObject({ act: 'sheet-imported' });
    expect(wordsOf((await visitor.get('/console/audit')).text)).toContain(
      '翻訳シートから「英語」の文を1件取り込みました。',
    );
  });

  test('is refused with a list of everything that is wrong, and has no button', async () => {
    const { visitor } = await start();
    let bytes = await translated(visitor, 'Hello {{nowhere}}.');
    bytes = typeInto(bytes, 'zh-Hans', 'A3', 'x');
    const { address, shown } = await compared(visitor, bytes);
    expect(wordsOf(shown.text)).toContain('このファイルは取り込めません。');
    expect(shown.text).toContain('シート「en」の2行目');
    expect(shown.text).toContain('シート「zh-Hans」の3行目');
    expect(shown.text).not.toContain(`action="${address}"`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    expect((await visitor.post(address, { csrf, agreed: '1' })).status).toBe(409);
  });

  test('shows both versions of a text that somebody else has changed meanwhile', async () => {
    const { visitor, office } = await start();
    const bytes = await translated(visitor);
    await office.save('en', 'greeting', 'Good day.');
    const { shown } = await compared(visitor, bytes);
    expect(shown.text).toMatch(/tanakaさんが2026-11-24 09:00にこの訳を変更しました/);
    expect(shown.text).toMatch(/<del>.*Good day\..*<\/del>/s);
    expect(shown.text).toMatch(/<ins>.*Hello from the town\..*<\/ins>/s);
  });

  test('is not taken in if the draft has changed since the page was opened', async () => {
    const { visitor, office } = await start();
    const { address, shown } = await compared(visitor, await translated(visitor));
    await office.save('en', 'greeting', 'Good day.');
    const sent = await visitor.send(shown, address);
    expect([sent.status, wordsOf(sent.text).includes('ほかの人が下書きを変更しました')]).toEqual([409, true]);
    expect((await office.desk.read()).find('en', 'greeting')?.sentences).toEqual(['Good day.']);
  });

  test('changes nothing when nothing was changed in it', async () => {
    const { visitor } = await start();
    const { shown } = await compared(visitor, (await visitor.download(exported)).bytes);
    expect(shown.text).toContain('変わる文はありません。');
    expect(shown.text).not.toContain('agreed');
  });

  test('can be a CSV file, too', async () => {
    const { visitor } = await start();
    const { bytes } = await visitor.download(`${page}/export?language=en&kind=csv`);
    const edited = new TextEncoder().encode(strFromU8(bytes).replace('This is the waste line.', 'Hello.'));
    const { shown } = await compared(visitor, edited);
    expect(wordsOf(shown.text)).toContain('変わる文 1');
  });
});

describe('A kept file', () => {
  test('is found only by whoever uploaded it', async () => {
    const line = await start();
    const { address } = await compared(line.visitor, await translated(line.visitor));
    await line.letIn('taro', 'administrator');
    const other = visitConsole(line.app);
    await other.signIn('taro');
    expect((await other.get(address)).status).toBe(404);
    expect((await line.visitor.get(address)).status).toBe(200);
  });

  test('is forgotten after it was taken in, or when the same person uploads another one', async () => {
    const { visitor } = await start();
    const first = await compared(visitor, await translated(visitor));
    const second = await compared(visitor, await translated(visitor, 'Good day.'));
    expect((await visitor.get(first.address)).status).toBe(404);
    await visitor.send(second.shown, second.address);
    expect((await visitor.get(second.address)).status).toBe(404);
  });

  test('is forgotten after two hours, and the oldest one when more than twenty are kept', () => {
    let now = 0;
    const keeper = createSheetsKeeper(randomBytes, () => now);
    const sheets = {
      fileName: 'a.xlsx',
      compared: { changes: [], names: [], unchanged: 0, comments: [], problems: [], warnings: [] },
    };
    const [first, ...others] = Array.from({ length: 21 }, (_, index) => ({
      id: `person ${index}`,
      token: keeper.keep(`person ${index}`, sheets),
    }));
    expect(keeper.find(first?.id ?? '', first?.token ?? '')).toBeNull();
    expect(others.map(({ id, token }) => keeper.find(id, token)?.fileName)).toEqual(others.map(() => 'a.xlsx'));
    now += 2 * 60 * 60_000 + 1;
    expect(others.filter(({ id, token }) => keeper.find(id, token))).toEqual([]);
  });
});
