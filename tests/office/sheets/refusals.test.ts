import { beforeAll, describe, expect, jest, test } from '#jest';
import { editWorkbook, replaceCell, sheetPath, typeInto } from '../../support/edit-workbook.ts';
import { openSheetOffice, rowOf, told } from '../../support/sheet-office.ts';

/** A long timeout, for a machine that is busy with other tests. */
jest.setTimeout(60_000);

let original: Uint8Array;
let row: number;
beforeAll(async () => {
  original = await (await openSheetOffice()).workbook();
  row = rowOf(original, 'en', 'days.which');
});

/** The problems of a file that was exported from an untouched draft and then edited. */
const toldOf = async (edit: (bytes: Uint8Array) => Uint8Array) => {
  const compared = await (await openSheetOffice()).compare(edit(original));
  return told(compared);
};
const typed = (column: string, text: string) => toldOf((bytes) => typeInto(bytes, 'en', `${column}${row}`, text));
const inRow = (said: string) => [expect.stringMatching(new RegExp(`^en:${row} ${said}`))];

describe('A sheet is refused', () => {
  test('when the name of a text was changed', async () => {
    expect(await typed('A', 'days.witch')).toEqual(inRow('The name "days.witch" or a hidden column was changed'));
  });

  test('when a hidden column was changed', async () => {
    expect(await typed('K', 'kotozute-1 language-en')).toEqual(inRow('The name "days.which" or a hidden column'));
  });

  test('when a row has the record of another text', async () => {
    const cells = (bytes: Uint8Array) => typeInto(bytes, 'en', `A${row}`, 'greeting');
    expect(await toldOf(cells)).toEqual(inRow('The name "greeting" or a hidden column was changed'));
  });

  test('when it was made by another version of the format', async () => {
    expect(await typed('K', 'kotozute-2 language-en more')).toEqual(inRow('This sheet was made by another version'));
  });

  test('when a row was deleted', async () => {
    const without = (bytes: Uint8Array) =>
      editWorkbook(bytes, (files) => {
        const path = sheetPath(files, 'en');
        files[path] = (files[path] ?? '').replace(new RegExp(`<row r="${row}"[\\s\\S]*?</row>`), '');
      });
    expect(await toldOf(without)).toEqual([
      `en: Rows are missing (rows ${row} of the exported sheet); copy them back from the file as it was exported.`,
    ]);
  });

  test('when a row occurs twice', async () => {
    const twice = (bytes: Uint8Array) =>
      editWorkbook(bytes, (files) => {
        const path = sheetPath(files, 'en');
        const found = new RegExp(`<row r="${row}"[\\s\\S]*?</row>`).exec(files[path] ?? '')?.[0] ?? '';
        const copy = found.replaceAll(new RegExp(`(r="[A-Z]*)${row}"`, 'g'), '$1' + '99"');
        files[path] = (files[path] ?? '').replace('</sheetData>', `${copy}</sheetData>`);
      });
    expect(await toldOf(twice)).toEqual([
      `en:99 "days.which" occurs more than once (rows ${row}, 99); keep one of them.`,
    ]);
  });

  test('when a row was added', async () => {
    const added = (bytes: Uint8Array) =>
      editWorkbook(bytes, (files) => {
        const path = sheetPath(files, 'en');
        const cell = '<row r="90"><c r="E90" t="inlineStr"><is><t>More</t></is></c></row>';
        files[path] = (files[path] ?? '').replace('</sheetData>', `${cell}</sheetData>`);
      });
    expect(await toldOf(added)).toEqual(['en:90 This row was added; delete it.']);
  });

  test('when the header of a column was changed', async () => {
    const renamed = (bytes: Uint8Array) => typeInto(bytes, 'en', 'E1', 'Note');
    expect(await toldOf(renamed)).toEqual([
      expect.stringMatching(/^en: This is not a translators’ sheet, or its columns/),
    ]);
  });

  test('when a column was moved', async () => {
    const moved = (bytes: Uint8Array) =>
      editWorkbook(bytes, (files) => {
        const path = sheetPath(files, 'en');
        const cellIn = (column: string) => `<c r="${column}(\\d+"(?:[^>]*/>|[\\s\\S]*?</c>))`;
        const both = new RegExp(`${cellIn('E')}([\\s\\S]*?)${cellIn('I')}`, 'g');
        files[path] = (files[path] ?? '').replaceAll(both, '<c r="E$3$2<c r="I$1');
      });
    expect(await toldOf(moved)).toEqual([
      expect.stringMatching(/^en: This is not a translators’ sheet, or its columns/),
    ]);
  });

  test('when a sheet of another kind was added', async () => {
    const added = (bytes: Uint8Array) =>
      editWorkbook(bytes, (files) => {
        const add = (path: string, before: string, more: string) => {
          files[path] = (files[path] ?? '').replace(before, `${more}${before}`);
        };
        const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
        add('xl/workbook.xml', '</sheets>', '<sheet name="Mine" sheetId="99" r:id="rId99"/>');
        add(
          'xl/_rels/workbook.xml.rels',
          '</Relationships>',
          `<Relationship Id="rId99" Type="${type}" Target="worksheets/sheet99.xml"/>`,
        );
        files['xl/worksheets/sheet99.xml'] =
          '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Hello</t></is></c></row></sheetData></worksheet>';
      });
    expect(await toldOf(added)).toEqual([expect.stringMatching(/^Mine: This is not a translators’ sheet/)]);
  });

  test('when it was given the name of another language', async () => {
    const swapped = (bytes: Uint8Array) =>
      editWorkbook(bytes, (files) => {
        const path = 'xl/workbook.xml';
        files[path] = (files[path] ?? '')
          .replace('name="en"', 'name="x"')
          .replace('name="zh-Hans"', 'name="en"')
          .replace('name="x"', 'name="zh-Hans"');
      });
    expect(await toldOf(swapped)).toEqual([
      'zh-Hans: The sheet’s name and the language of its rows differ; rename the sheet back to "en".',
      'en: The sheet’s name and the language of its rows differ; rename the sheet back to "zh-Hans".',
    ]);
  });

  test('when a cell holds a formula, whatever its result is', async () => {
    const calculated = (bytes: Uint8Array) =>
      replaceCell(
        bytes,
        'en',
        `E${row}`,
        (s) => `<c r="E${row}"${s} t="str"><f>A1&amp;B1</f><v>Hello {{firstDay}}</v></c>`,
      );
    expect(await toldOf(calculated)).toEqual(expect.arrayContaining(inRow('A cell contains a formula')));
  });

  test('when a cell could not be calculated', async () => {
    const broken = (bytes: Uint8Array) =>
      replaceCell(bytes, 'en', `I${row}`, (s) => `<c r="I${row}"${s} t="e"><v>#N/A</v></c>`);
    expect(await toldOf(broken)).toEqual(inRow('A cell contains an error such as #N/A'));
  });

  test.each([
    ['a truth value', 't="b"><v>1</v>'],
    ['a date', 't="d"><v>2026-11-24</v>'],
  ])('when a cell holds %s', async (_what, inside) => {
    const wrong = (bytes: Uint8Array) => replaceCell(bytes, 'en', `I${row}`, (s) => `<c r="I${row}"${s} ${inside}</c>`);
    expect(await toldOf(wrong)).toEqual(inRow('A cell contains a date or another value that is not text'));
  });

  test('when a cell holds a number that is shown as a date, as spreadsheets save dates', async () => {
    const dated = (bytes: Uint8Array) => {
      let style = 0;
      const styled = editWorkbook(bytes, (files) => {
        const path = 'xl/styles.xml';
        style = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(files[path] ?? '')?.[0].match(/<xf /g)?.length ?? 0;
        files[path] = (files[path] ?? '').replace('</cellXfs>', '<xf numFmtId="14"/></cellXfs>');
      });
      return replaceCell(styled, 'en', `I${row}`, () => `<c r="I${row}" s="${style}"><v>46350</v></c>`);
    };
    expect(await toldOf(dated)).toEqual(inRow('A cell contains a date or another value that is not text'));
  });

  test.each(['=1+1', '+81', '-Hello', '@home', '＝1'])(
    'when a new translation begins like a formula: %s',
    async (text) => {
      expect(await typed('E', `${text} {{firstDay}}\nPut it out.`)).toEqual(
        expect.arrayContaining(inRow('The translation begins with =, \\+, - or @')),
      );
    },
  );

  test('when a fact is missing, was added or has another name', async () => {
    expect(await typed('E', 'This changes soon.\nPut your waste out in the morning, please.')).toEqual(
      inRow('"days.which" says {{firstDay}} once in the source language and 0 times here'),
    );
    expect(await typed('E', 'From {{firstDay}} to {{closedTo}}.\nPut your waste out.')).toEqual(
      inRow('"days.which" says {{closedTo}} 0 times in the source language and once here'),
    );
    expect(await typed('E', 'This changes on {{first day}}.\nPut your waste out.')).toEqual(
      expect.arrayContaining(inRow('There is no value {{first day}}')),
    );
  });

  test('when a text is in the script of another language', async () => {
    expect(await typed('E', '{{firstDay}}から変わります。\nごみは朝出してください。')).toEqual(
      expect.arrayContaining(inRow('.*is not in the script of "en"')),
    );
  });

  test('when a text was copied from another language', async () => {
    const copied = (bytes: Uint8Array) => typeInto(bytes, 'en', `E${rowOf(bytes, 'en', 'place.where')}`, '在路口。');
    expect((await toldOf(copied)).join('\n')).toContain('is not in the script of "en"');
    const latin = (bytes: Uint8Array) =>
      typeInto(bytes, 'zh-Hans', `E${row}`, 'This changes on {{firstDay}}.\nPut your waste out in the morning.');
    expect((await toldOf(latin)).join('\n')).toMatch(/is the same sentence as in "en"; translate it/);
  });

  test('when simplified and traditional characters are mixed up', async () => {
    const mixed = (bytes: Uint8Array) =>
      typeInto(bytes, 'zh-Hans', `E${rowOf(bytes, 'zh-Hans', 'goodbye')}`, '謝謝您的來電。');
    expect((await toldOf(mixed)).join('\n')).toMatch(/These characters do not belong to "zh-Hans"/);
  });

  test('when a translation was deleted', async () => {
    expect(await typed('E', ' ')).toEqual(inRow('The translation is empty. Write one.'));
  });

  test('when a text cannot be spoken: emoji, invisible marks, endless sentences', async () => {
    expect(await typed('E', 'Hello 😀 {{firstDay}}')).toEqual(inRow('Emoji cannot be spoken'));
    expect(await typed('E', `Hello\u202E {{firstDay}}`)).toEqual(inRow('There is an invisible mark'));
    expect(await typed('E', `${'very '.repeat(100)}long {{firstDay}}`)).toEqual(inRow('A sentence is too long'));
    expect(await typed('E', 'Again.\n'.repeat(31))).toEqual(inRow('There are too many sentences'));
  });

  test('when a comment is too long', async () => {
    expect(await typed('I', 'why '.repeat(300))).toEqual(inRow('The comment is too long'));
  });

  test('with all problems at once', async () => {
    const wrong = (bytes: Uint8Array) =>
      typeInto(typeInto(typeInto(bytes, 'en', 'A2', 'x'), 'en', 'E4', '=1'), 'zh-Hans', 'E5', '😀');
    expect((await toldOf(wrong)).map((line) => line.split(' ')[0])).toEqual(['en:2', 'en:4', 'zh-Hans:5']);
  });
});
