import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, jest, test } from '#jest';
import { readSheets } from '../../../src/office/sheets/read-sheets.ts';
import { cpuTime } from '../../support/cpu-time.ts';
import { editWorkbook, sheetPath } from '../../support/edit-workbook.ts';
import { openSheetOffice } from '../../support/sheet-office.ts';

/** A long timeout, for a machine that is busy with other tests. */
jest.setTimeout(60_000);

let original: Uint8Array;
beforeAll(async () => {
  original = await (await openSheetOffice()).workbook('en');
});

const toldOf = async (bytes: Uint8Array) => (await readSheets(bytes)).problems.map(({ en }) => en);
const rowsOf = (files: Record<string, string>, edit: (rows: string) => string) => {
  const path = sheetPath(files, 'en');
  files[path] = edit(files[path] ?? '');
};

describe('A file that is not as the office wrote it', () => {
  test.each([
    ['nothing', new Uint8Array(), /no translators’ sheet with texts/],
    ['text', strToU8('Hello'), /not a translators’ sheet/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), /nor a CSV file that can be read/],
    ['a workbook with a password', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /password/],
    ['a ZIP file of something else', zipSync({ 'a.xml': strToU8('<a/>') }), /cannot be read/],
    ['half a ZIP file', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }).slice(0, 40), /cannot be read/],
    ['more than 5 MB', new Uint8Array(5_000_001), /too large/],
    [
      'a workbook without sheets',
      zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/_rels/workbook.xml.rels': strToU8('<a/>') }),
      /cannot be read/,
    ],
  ])('%s is refused in one sentence', async (_name, bytes, said) => {
    expect(await toldOf(bytes)).toEqual([expect.stringMatching(said)]);
  });

  test('a workbook that unpacks to far more than its own size is not unpacked', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    const before = process.memoryUsage.rss();
    expect(await toldOf(bomb)).toEqual([expect.stringMatching(/too large/)]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
  });

  test('a workbook whose directory gives too small a size is refused', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) });
    // The size in the central directory, 24 bytes after its mark.
    const at = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24;
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at, 100, true);
    expect(await toldOf(bomb)).toEqual([expect.stringMatching(/cannot be read/)]);
  });

  test.each([
    ['far below', '<row r="999999999"><c r="E999999999"><v>1</v></c></row>'],
    ['far to the right', '<row r="95"><c r="ZZZZZZ95"><v>1</v></c></row>'],
    ['far below in a row without a number', '<row><c r="E9999999"><v>1</v></c></row>'],
    ['whose address hides behind another attribute', '<row r="95"><c q=">" r="ZZZZZZ95"><v>1</v></c></row>'],
    ['whose address is written in another way', "<row r='95'><c r='ZZZZZZ95'><v>1</v></c></row>"],
    ['without any number', '<row r="95"><c r="E"><v>1</v></c></row>'],
  ])('a cell %s fills no memory', async (_where, row) => {
    const edited = editWorkbook(original, (files) =>
      rowsOf(files, (xml) => xml.replace('</sheetData>', `${row}</sheetData>`)),
    );
    expect(await toldOf(edited)).toEqual([expect.stringMatching(/too large/)]);
  });

  test('a file that declares entities is refused', async () => {
    const edited = editWorkbook(original, (files) =>
      rowsOf(files, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
    );
    expect(await toldOf(edited)).toEqual([expect.stringMatching(/cannot be read/)]);
  });

  test.each(['<!-- "', '<![CDATA[<a "]]>'])('a section that could hide something is refused: %s', async (hiding) => {
    const edited = editWorkbook(original, (files) =>
      rowsOf(files, (xml) => xml.replace('<sheetData>', `${hiding}<sheetData>`)),
    );
    expect(await toldOf(edited)).toEqual([expect.stringMatching(/cannot be read/)]);
  });

  test.each([
    ['tags that never end', '<row'.repeat(3_500_000)],
    ['quotation marks that never end', '<c r="'.repeat(2_300_000)],
    [
      'a text that never ends',
      `<row r="90"><c r="A90" t="inlineStr"><is><t>${'a'.repeat(14_000_000)}</t></is></c></row>`,
    ],
    ['an attribute that never ends', `<row r="90" q="${'a'.repeat(14_000_000)}"/>`],
    ['endless blanks', `<row>${' '.repeat(14_000_000)}`],
    ['a great many cells', `<row r="90">${'<c r="A90"/>'.repeat(1_100_000)}`],
  ])('%s are refused in a limited time', async (_what, xml) => {
    const edited = editWorkbook(original, (files) =>
      rowsOf(files, (before) => before.replace('</sheetData>', `${xml}</sheetData>`)),
    );
    const began = cpuTime();
    expect(await toldOf(edited)).toHaveLength(1);
    expect(cpuTime() - began).toBeLessThan(20_000);
  });

  test('cells out of order are reported as damage', async () => {
    const edited = editWorkbook(original, (files) =>
      rowsOf(files, (xml) => xml.replace('</sheetData>', '<row r="1"><c r="A1" t="n"><v>1</v></c></row></sheetData>')),
    );
    expect(await toldOf(edited)).toEqual([expect.stringMatching(/damaged/)]);
  });
});

describe('What other programs do to a workbook', () => {
  test('an empty row with the highest possible number, as LibreOffice writes it, is ignored', async () => {
    const edited = editWorkbook(original, (files) =>
      rowsOf(files, (xml) =>
        xml.replace('</sheetData>', '<row r="1048576" customFormat="false" ht="12.8"/></sheetData>'),
      ),
    );
    expect(await toldOf(edited)).toEqual([]);
  });

  test('a picture beside the sheets and a deleted guide do not matter', async () => {
    const edited = editWorkbook(original, (files) => {
      files['xl/media/image1.png'] = 'not looked at';
      files['xl/workbook.xml'] = (files['xl/workbook.xml'] ?? '').replace(/<sheet [^>]*Read me[^>]*\/>/, '');
    });
    expect((await readSheets(edited)).rows.length).toBeGreaterThan(20);
    expect(await toldOf(edited)).toEqual([]);
  });
});
