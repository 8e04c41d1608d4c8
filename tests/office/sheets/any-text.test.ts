import fc from 'fast-check';
import { describe, expect, jest, test } from '#jest';
import { toDraftContent } from '../../../src/office/drafts/draft-content.ts';
import type { DraftNow } from '../../../src/office/drafts/draft-desk.ts';
import { noMarks } from '../../../src/office/drafts/ledger.ts';
import { toDraft } from '../../../src/office/drafts/to-draft.ts';
import { readCsv, writeCsv } from '../../../src/office/sheets/csv.ts';
import { sheetLimits } from '../../../src/office/sheets/limits.ts';
import { readSheets } from '../../../src/office/sheets/read-sheets.ts';
import { type SheetParts, writeSheetCsv } from '../../../src/office/sheets/sheet-rows.ts';
import { writeWorkbook } from '../../../src/office/sheets/write-workbook.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { byFolder, morning } from '../../support/small-office.ts';
import { createToneEngine } from '../../support/tone-engine.ts';

/** A long timeout, for hundreds of texts on a machine that is busy with other tests. */
jest.setTimeout(60_000);

const taken = toDraftContent(fixtureDraft(), byFolder, morning);
const engine = createToneEngine();

/** Texts of all scripts, and what has broken spreadsheets and their readers before. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '=1+1',
    '-',
    '+',
    '@',
    "'",
    "'=",
    '"',
    '""',
    ',',
    ';',
    '\t',
    ' ',
    '_x000D_',
    '_x0041_',
    '&amp;',
    '<f>',
    ']]>',
  ),
  fc.constantFrom(
    'constructor',
    '__proto__',
    'toString',
    '1/2',
    '1E5',
    'TRUE',
    '#N/A',
    '😀',
    '👨‍👩‍👧',
    '日本語',
    'عربي',
    'ไทย',
    '\uFFFD',
    '\u{1FFFE}',
  ),
);
const sentence = fc
  .array(piece, { maxLength: 4 })
  .map((pieces) => pieces.join('').replaceAll(/[\r\n\u2028\u2029]/g, ''));
const lines = fc.array(sentence, { minLength: 1, maxLength: 4 });

/** Every English prompt gets a random text, so that one file tries many texts. */
const prompts = taken.texts.filter(({ language }) => language === 'en').map(({ prompt }) => prompt);
const texts = fc.array(lines, { minLength: prompts.length, maxLength: prompts.length });

/** The input of a sheet, with these English words. */
function withWords(words: readonly (readonly string[])[]): SheetParts {
  const changed = taken.texts.map((text) => {
    const sentences = text.language === 'en' ? words[prompts.indexOf(text.prompt)] : undefined;
    return sentences ? { ...text, sentences } : text;
  });
  const find: DraftNow['find'] = (language, prompt) =>
    changed.find((text) => text.language === language && text.prompt === prompt) ?? null;
  const draft = toDraft(taken.line.file, changed, taken.reasons);
  return { now: { ...taken, texts: changed, isKept: true, draft, find }, marks: noMarks, engine };
}

/** The texts that are read back from a sheet, in the order of `prompts`. */
async function broughtBack(bytes: Uint8Array): Promise<(string | undefined)[]> {
  const { rows, problems } = await readSheets(bytes);
  expect(problems).toEqual([]);
  const byPrompt = new Map(rows.map(({ prompt, text }) => [prompt, text]));
  return prompts.map((prompt) => byPrompt.get(prompt));
}

const wellFormed = (words: readonly (readonly string[])[]) =>
  words.map((text) => text.map((each) => each.toWellFormed()));
const cells = (words: readonly (readonly string[])[]) => words.map((text) => text.join('\n'));

describe('Any text', () => {
  test('comes back from a workbook as it was written, even half a surrogate pair', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        const back = await broughtBack(await writeWorkbook(withWords(words), ['en']));
        expect(back).toEqual(cells(words));
      }),
      { numRuns: 15 },
    );
  });

  test('comes back from CSV as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (words) => {
        const well = wellFormed(words);
        expect(await broughtBack(await writeSheetCsv(withWords(well), 'en'))).toEqual(cells(well));
      }),
      { numRuns: 15 },
    );
  });

  test('stays the same in any CSV table, and never looks like a formula to a spreadsheet', () => {
    const cell = fc
      .array(fc.oneof(piece, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 4 })
      .map((all) => all.join('').toWellFormed());
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const bytes = writeCsv(rows);
        expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        expect(readCsv(new TextDecoder().decode(bytes), ',', sheetLimits)).toEqual(rows);
        for (const each of rows.flat()) {
          expect(new TextDecoder().decode(writeCsv([[each]]))).not.toMatch(/^"?[=+\-@\t]|^"\r/);
        }
      }),
    );
  });
});

describe('CSV', () => {
  const read = (text: string) => readCsv(text, ',', sheetLimits);

  test('is written as RFC 4180 describes it', () => {
    const bytes = writeCsv([['a,b', 'say "x"', 'two\nlines', '=1']]);
    expect(new TextDecoder().decode(bytes)).toBe('"a,b","say ""x""","two\nlines",\'=1\r\n');
  });

  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\nc,',
      [
        ['a', 'b'],
        ['c', ''],
      ],
    ],
    ['"a\r\nb",', [['a\r\nb', '']]],
    ['', []],
    ['\n', [['']]],
  ])('is read as spreadsheets save it: %j', (text, rows) => expect(read(text)).toEqual(rows));

  test.each(['"a', 'a"b,c', '"a"b', '"a" ,b'])('is refused if a quotation mark is in the wrong place: %j', (text) =>
    expect(read(text)).toBe('malformed'),
  );
});
