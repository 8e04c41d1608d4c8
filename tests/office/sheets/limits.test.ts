import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, jest, test } from '#jest';
import { findDialect } from '../../../src/office/sheets/csv-dialect.ts';
import { sheetLimits, threadLimits, xmlLimits } from '../../../src/office/sheets/limits.ts';
import { readSheets } from '../../../src/office/sheets/read-sheets.ts';
import { readSheetsInThread } from '../../../src/office/sheets/read-sheets-in-thread.ts';
import { headerRow } from '../../../src/office/sheets/sheet-columns.ts';
import { readTicket, writeTicket } from '../../../src/office/sheets/ticket.ts';

/** A long timeout, for a machine that is busy with other tests. */
jest.setTimeout(60_000);

const toldOf = async (bytes: Uint8Array) => (await readSheets(bytes)).problems.map(({ en }) => en);
const tooLarge = [expect.stringMatching(/too large|too many/)];
/** The file was read to its end. It is only no translators' sheet. */
const read = [expect.stringMatching(/not a translators’ sheet/)];
const header = headerRow.join(',');
const letters = (column: number): string =>
  column < 1 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** A workbook with one sheet for each of these bodies. */
function workbook(sheets: readonly string[], more: Record<string, string> = {}): Uint8Array {
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map((_, at) => `<sheet name="s${at}" sheetId="${at + 1}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="r${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((body, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${body}</sheetData></worksheet>`,
      ]),
    ),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const cell = (address: string, text = 'a') => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;
const sharedCells = (count: number) =>
  Array.from({ length: count / 50 }, (_, at) =>
    row(
      at + 1,
      ...Array.from({ length: 50 }, (_each, column) => `<c r="${letters(column + 1)}${at + 1}" t="s"><v>0</v></c>`),
    ),
  ).join('');
const shared = (texts: readonly string[]) => ({
  'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
});

describe('A CSV file is read up to its limits and not beyond', () => {
  const csv = (text: string) => strToU8(text);
  /** The maximum number of such rows has exactly the maximum of bytes. Its letters have three bytes each, so no other limit is reached. */
  const fullRow = `${'あ'.repeat((sheetLimits.bytes / sheetLimits.rows - 1) / 3)}\n`;
  test.each([
    ['rows', csv('\n'.repeat(sheetLimits.rows)), csv('\n'.repeat(sheetLimits.rows + 1))],
    ['columns', csv(`${','.repeat(sheetLimits.columns - 1)}\n`), csv(`${','.repeat(sheetLimits.columns)}\n`)],
    ['characters', csv('a'.repeat(sheetLimits.characters)), csv('a'.repeat(sheetLimits.characters + 1))],
    [
      'characters in quotes',
      csv(`"${'a'.repeat(sheetLimits.characters)}"`),
      csv(`"${'a'.repeat(sheetLimits.characters + 1)}"`),
    ],
    ['bytes', csv(fullRow.repeat(sheetLimits.rows)), csv(`a${fullRow.repeat(sheetLimits.rows)}`)],
  ])('%s', async (_what, at, beyond) => {
    expect(await toldOf(at)).toEqual(read);
    expect(await toldOf(beyond)).toEqual(tooLarge);
  });

  test('4.9 MB of line breaks, of separators or of quotation marks are too large', async () => {
    for (const sign of ['\n', '\r', ',', '""', ';', '\t']) {
      expect(await toldOf(csv(sign.repeat(4_900_000 / sign.length)))).toEqual(tooLarge);
    }
  });
});

describe('A workbook is read up to its limits and not beyond', () => {
  test.each([
    [
      'rows',
      workbook([row(sheetLimits.rows, cell(`A${sheetLimits.rows}`))]),
      workbook([row(sheetLimits.rows + 1, cell(`A${sheetLimits.rows + 1}`))]),
    ],
    [
      'rows whose number is in the row alone',
      workbook([row(sheetLimits.rows, cell('A1'))]),
      workbook([row(sheetLimits.rows + 1, cell('A1'))]),
    ],
    [
      'columns',
      workbook([row(1, cell(`${letters(sheetLimits.columns)}1`))]),
      workbook([row(1, cell(`${letters(sheetLimits.columns + 1)}1`))]),
    ],
    [
      'cells, the gaps between them included',
      workbook(Array.from({ length: 2 }, () => row(1600, cell(`${letters(60)}1600`)))),
      workbook(Array.from({ length: 3 }, () => row(1600, cell(`${letters(60)}1600`)))),
    ],
    [
      'sheets',
      workbook(Array.from({ length: sheetLimits.sheets }, () => row(1, cell('A1')))),
      workbook(Array.from({ length: sheetLimits.sheets + 1 }, () => row(1, cell('A1')))),
    ],
    [
      'texts beside the cells',
      workbook([row(1, cell('A1'))], shared(Array.from({ length: sheetLimits.strings }, () => 'a'))),
      workbook([row(1, cell('A1'))], shared(Array.from({ length: sheetLimits.strings + 1 }, () => 'a'))),
    ],
    [
      'characters of all cells',
      workbook([sharedCells(200)], shared(['a'.repeat(20_000)])),
      workbook([sharedCells(250)], shared(['a'.repeat(20_000)])),
    ],
    [
      'tags inside each other',
      workbook([row(1, cell('A1')) + '<a>'.repeat(xmlLimits.depth - 2) + '</a>'.repeat(xmlLimits.depth - 2)]),
      workbook([row(1, cell('A1')) + '<a>'.repeat(xmlLimits.depth - 1) + '</a>'.repeat(xmlLimits.depth - 1)]),
    ],
    [
      'files',
      workbook(
        [row(1, cell('A1'))],
        Object.fromEntries(Array.from({ length: sheetLimits.files - 3 }, (_, at) => [`x${at}`, ''])),
      ),
      workbook(
        [row(1, cell('A1'))],
        Object.fromEntries(Array.from({ length: sheetLimits.files - 2 }, (_, at) => [`x${at}`, ''])),
      ),
    ],
    [
      'unpacked bytes',
      workbook([row(1, cell('A1'))], {
        'xl/styles.xml': `<a>${' '.repeat(300_000)}${`<b>${' '.repeat(300_000)}</b>`.repeat(50)}</a>`,
      }),
      workbook([row(1, cell('A1'))], {
        'xl/styles.xml': `<a>${' '.repeat(300_000)}${`<b>${' '.repeat(300_000)}</b>`.repeat(53)}</a>`,
      }),
    ],
  ])('%s', async (_what, at, beyond) => {
    const told = await toldOf(at);
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.map(() => read[0]));
    expect(await toldOf(beyond)).toEqual(tooLarge);
  });

  test('a ticket that names more rows than a sheet may have counts as changed', () => {
    const ticket = {
      language: 'en',
      lineRevision: 1,
      row: 1,
      revision: 1,
      text: '0'.repeat(16),
      source: '0'.repeat(16),
    };
    const kindOf = (rows: number) => readTicket('greeting', writeTicket('greeting', { ...ticket, rows })).kind;
    expect([kindOf(sheetLimits.rows), kindOf(sheetLimits.rows + 1)]).toEqual(['read', 'changed']);
  });

  test('a limited number of problems is reported, and how many others there are', async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `${',x'.repeat(5)}${at}\r\n`).join('');
    const told = await toldOf(strToU8(`${header}\r\n${rows}`));
    expect(told).toHaveLength(sheetLimits.problems + 1);
    expect(told.at(-1)).toBe('Further problems: 800; correct the problems above first.');
  });
});

describe('A file is read in a thread', () => {
  const ours = strToU8(`${header}\r\n`);

  test('as it would be read without one', async () => {
    const wrong = strToU8('Hello');
    expect(await readSheetsInThread(wrong)).toEqual(await readSheets(wrong));
  });

  test('whose time is limited', async () => {
    const { problems } = await readSheetsInThread(ours, { ...threadLimits, milliseconds: 1 });
    expect(problems.map(({ en }) => en)).toEqual([expect.stringMatching(/takes too long/)]);
  });

  test('whose memory is limited', async () => {
    const { problems } = await readSheetsInThread(ours, { ...threadLimits, megabytes: 4 });
    expect(problems.map(({ en }) => en)).toEqual([expect.stringMatching(/The file contains too much/)]);
  });

  test('one at a time, and only a limited number waits', async () => {
    const asked = Array.from({ length: threadLimits.waiting + 1 }, () => readSheetsInThread(ours));
    const told = (await Promise.all(asked)).map(({ problems }) => problems[0]?.en ?? '');
    expect(told.filter((each) => /Other files are being read/.test(each))).toHaveLength(1);
    expect((await readSheetsInThread(ours)).problems).toEqual([
      expect.objectContaining({ en: expect.stringMatching(/no translators’ sheet/) }),
    ]);
  });

  test('and calls are answered meanwhile', async () => {
    const xml = `<${'a'.repeat(400_000)}`;
    const reading = readSheetsInThread(workbook([row(1, cell('A1'))], { 'xl/_rels/workbook.xml.rels': xml }));
    let answered = 0;
    const answering = setInterval(() => {
      answered += 1;
    }, 1);
    const { problems } = await reading;
    clearInterval(answering);
    expect(problems.map(({ en }) => en)).toEqual([expect.stringMatching(/too large|cannot be read/)]);
    expect(answered).toBeGreaterThan(5);
  });
});

describe('The kind of a CSV file is recognized by its header', () => {
  let sheet: string;
  beforeAll(() => {
    sheet = `${header}\r\ngreeting,"a;b","あ, 語"\r\n`;
  });
  const utf16 = (text: string, isBig: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };

  test.each([
    ['UTF-8', (text: string) => strToU8(text)],
    ['UTF-16, little-endian', (text: string) => utf16(text, false)],
    ['UTF-16, big-endian', (text: string) => utf16(text, true)],
  ])('%s, with and without a byte order mark or a `sep=` line, with every separator', (_name, encode) => {
    for (const mark of ['', '\uFEFF']) {
      for (const separator of [',', ';', '\t']) {
        for (const line of ['', `sep=${separator}\r\n`]) {
          const text = sheet.replaceAll(/,(?=[^ ])/g, separator);
          expect(findDialect(encode(mark + line + text))).toEqual({ text, separator });
        }
      }
    }
  });

  test('for another text, the problem says how to save it', async () => {
    // The header 文の名前 / Name of the text,使う場面 / Where it is heard,元の文 / Source text, as Excel writes it in Japan.
    const bytes = Buffer.from(
      '95b682cc96bc914f202f204e616d65206f662074686520746578742c8e6782a48fea96ca202f2057686572652069742069732068656172642c8cb382cc95b6202f20536f7572636520746578740d0a',
      'hex',
    );
    expect(findDialect(bytes)).toBe('shift-jis');
    expect(await toldOf(bytes)).toEqual([expect.stringMatching(/Shift_JIS.*CSV UTF-8/)]);
    expect(await toldOf(Uint8Array.of(0x8c, 0xa9, 0x8e))).toEqual([expect.stringMatching(/save it as/)]);
    expect(await toldOf(utf16('Hello', true))).toEqual([expect.stringMatching(/save it as/)]);
    const cut = utf16(`\uFEFF${sheet}`, false).subarray(0, -1);
    expect(await toldOf(cut)).toEqual([expect.stringMatching(/save it as/)]);
  });
});
