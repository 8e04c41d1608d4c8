import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, jest, test } from '#jest';
import { sheetPath } from '../../support/edit-workbook.ts';
import { openSheetOffice } from '../../support/sheet-office.ts';
import { elementsIn, elementsNamed, parseXml, textOf } from '../../support/xml-tree.ts';

/** A long timeout, for a machine that is busy with other tests. */
jest.setTimeout(60_000);

/** The children of a worksheet, in the only order that spreadsheets accept (ECMA-376, CT_Worksheet). */
const order = ['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr']
  .concat(['sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'mergeCells'])
  .concat(['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup']);

let files: Record<string, string>;
beforeAll(async () => {
  const bytes = await (await openSheetOffice()).workbook();
  files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
});
const sheet = (name: string): string => files[sheetPath(files, name)] ?? '';
const named = (xml: string, name: string) => elementsNamed(xml, name);

/** The indexes of the styles whose cells can be edited. */
const openStyles = () => {
  const [all] = named(files['xl/styles.xml'] ?? '', 'cellXfs');
  return (all ? elementsIn(all) : []).flatMap((style, index) => {
    const [protection] = elementsIn(style).filter((each) => each.name === 'protection');
    return protection?.attributes.get('locked') === '0' && style.attributes.get('applyProtection') === '1'
      ? [index]
      : [];
  });
};

describe('A workbook', () => {
  test('is well-formed in every part', () => {
    const wrong = Object.entries(files).flatMap(([name, xml]) => {
      const parsed = parseXml(xml);
      return 'problem' in parsed ? [`${name}: ${parsed.problem}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml']),
    );
  });

  test('has a sheet that explains the others, and one for each language by its tag', () => {
    const names = named(files['xl/workbook.xml'] ?? '', 'sheet').map(({ attributes }) => attributes.get('name') ?? '');
    expect(names).toEqual(['お読みください Read me', 'en', 'zh-Hans']);
    expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:]/.test(name))).toEqual([]);
    const texts = named(files['xl/sharedStrings.xml'] ?? '', 'si').map(textOf);
    expect(texts).toEqual(
      expect.arrayContaining([expect.stringMatching(/^「?翻訳シートの使い方/), 'How to fill in these sheets']),
    );
  });

  test('has its elements in the order that spreadsheets need', () => {
    for (const name of ['お読みください Read me', 'en', 'zh-Hans']) {
      const parsed = parseXml(sheet(name));
      const children = 'root' in parsed ? elementsIn(parsed.root).map((each) => each.name) : [];
      expect(children).toContain('sheetProtection');
      expect(children).toEqual(children.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)));
      expect(children.filter((each) => !order.includes(each))).toEqual([]);
    }
  });

  test('is printed on pages of A4 that hold all columns', () => {
    for (const name of ['お読みください Read me', 'en', 'zh-Hans']) {
      expect(named(sheet(name), 'pageSetUpPr').map(({ attributes }) => attributes.get('fitToPage'))).toEqual(['1']);
      const [{ attributes } = { attributes: new Map<string, string>() }] = named(sheet(name), 'pageSetup');
      expect(Object.fromEntries(attributes)).toMatchObject({ paperSize: '9', fitToWidth: '1', fitToHeight: '0' });
    }
  });

  test('has rows as high as their texts, without a fixed height, so that they grow with what is typed', () => {
    for (const name of ['お読みください Read me', 'en', 'zh-Hans']) {
      const rows = named(sheet(name), 'row');
      expect(rows.filter(({ attributes }) => attributes.has('customHeight'))).toEqual([]);
      const heights = rows.map(({ attributes }) => Number(attributes.get('ht')));
      expect(heights.filter((height) => !(height >= 18.75 && height <= 409))).toEqual([]);
      expect(Math.max(...heights)).toBeGreaterThan(18.75);
    }
  });

  test('allows only translations and comments to be edited, as text, and needs no password', () => {
    const [style, ...others] = openStyles();
    expect([typeof style, others]).toEqual(['number', []]);
    for (const name of ['en', 'zh-Hans']) {
      const cells = named(sheet(name), 'c').map(({ attributes }) => [
        attributes.get('r') ?? '',
        Number(attributes.get('s')),
      ]);
      const open = cells.filter(([, each]) => each === style).map(([address]) => String(address));
      expect(open.filter((address) => !/^[EI]\d+$/.test(address) || /^[EI]1$/.test(address))).toEqual([]);
      expect(open).toHaveLength(2 * (named(sheet(name), 'row').length - 1));
      const [protection] = named(sheet(name), 'sheetProtection');
      expect(protection?.attributes.get('sheet')).toBe('1');
      expect([...(protection?.attributes.keys() ?? [])].filter((each) => /password|hash/i.test(each))).toEqual([]);
    }
    const [all] = named(files['xl/styles.xml'] ?? '', 'cellXfs');
    const written = all ? elementsIn(all)[style ?? 0] : undefined;
    expect(written?.attributes.get('numFmtId')).toBe('49');
    expect(written ? elementsIn(written).map((each) => each.name) : []).toEqual(['alignment', 'protection']);
  });

  test('hides the columns that only the import reads, and the English help in the English sheet', () => {
    const hidden = (name: string) =>
      named(sheet(name), 'col').flatMap(({ attributes }) =>
        attributes.get('hidden') === '1' ? [Number(attributes.get('min'))] : [],
      );
    expect([hidden('en'), hidden('zh-Hans')]).toEqual([
      [4, 10, 11],
      [10, 11],
    ]);
  });

  test('keeps its header and the names visible while somebody scrolls', () => {
    const [pane] = named(sheet('en'), 'pane');
    expect(pane?.attributes.get('state')).toBe('frozen');
    expect(pane?.attributes.get('topLeftCell')).toBe('B2');
  });
});
