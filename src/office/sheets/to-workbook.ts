import type Stream from 'node:stream';
import writeXlsxFile, { type Cell, type Feature, type Row } from 'write-excel-file/node';
import { lockSheets, type SheetLock } from './lock-sheets.ts';
import { rowHeight } from './row-height.ts';
import { columnAt, guideSheetName, headerRow, sheetColumns } from './sheet-columns.ts';
import type { SheetCells } from './sheet-rows.ts';
import type { WorkbookSheet } from './workbook-sheets.ts';

const common = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#B3B3B3' } as const;
const styles = {
  header: { ...common, fontWeight: 'bold', backgroundColor: '#E6E6E6' },
  shut: { ...common, backgroundColor: '#F8F8FB', textColor: '#333333' },
  open: { ...common, backgroundColor: '#FFFBE0' },
} as const;

/**
 * Characters that XML or the workbook writer would drop, and underscores that would be read as the start of an escape.
 */
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, index) => `_x${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');

/**
 * Escapes text as workbooks require (ST_Xstring of ECMA-376), so that it is read back unchanged. The writer looks
 * strings up in a plain object, and would mishandle a text such as "constructor". The first character of such a text is
 * therefore escaped too.
 */
function workbookText(text: string): string {
  const written = text.replaceAll(unwritable, escaped);
  return written in Object.prototype ? escaped(written.slice(0, 1)) + written.slice(1) : written;
}

/** The guide in the first sheet of a workbook, in Japanese and English. The heading comes first. */
const guide: readonly (readonly [ja: string, en: string])[] = [
  ['翻訳シートの使い方', 'How to fill in these sheets'],
  [
    '言語ごとに1枚のシートがあります。シートの名前は変えないでください。頼まれた言語のシートだけを使います。',
    'There is one sheet for each language. Do not change the names of the sheets. Work only on the languages you were asked for.',
  ],
  [
    '書けるのは「訳」と「コメント」の列だけです。ほかの列は保護しています。行を消したり、足したり、動かしたりしないでください。',
    'Only “Translation” and “Comment” can be typed into; everything else is protected. Do not delete, add or move rows.',
  ],
  [
    '一つの枠に文をいくつも書くときは、1行に1文ずつ書きます。枠の中の改行は Alt+Enter(Mac では Option+Return)です。',
    'Where a cell has several sentences, write one sentence per line. Alt+Enter (Option+Return on a Mac) breaks a line inside a cell.',
  ],
  [
    '電話で耳で聞く文です。短く、話し言葉で書いてください。数字、電話番号、日付、記号は書かないでください。',
    'These words are heard on the telephone. Write short, spoken sentences. Write no digits, telephone numbers, dates or symbols.',
  ],
  [
    '{{…}} は、番号や日付が入る場所です。元の文にある {{…}} は、名前を変えずに、同じ数だけ必ず入れてください。「必ず入れる値」の列が例です。',
    'Each {{…}} stands for a number or a date. Copy every {{…}} of the source text, with its name unchanged, as often as it occurs there. “Values that must occur” shows what callers hear there.',
  ],
  [
    '元の文の漢字(かんじ)のかっこは読み方です。訳には書きません。',
    'In the source text, kana in brackets after kanji show how the kanji are read; do not put them in a translation.',
  ],
  [
    '状態が「未入力」「下書き」「差し戻し」「要見直し」の行から始めてください。「要見直し」は、訳した後で元の文が変わったことを示します。直す必要がないときは、そのことをコメントに書いてください。',
    'Begin with rows that are “Missing”, “Draft”, “Sent back” or “Needs review”. “Needs review” means that the source text has changed since the translation was made. If nothing needs to be changed, say so in the comment.',
  ],
  [
    '分からないこと、決められないことは、コメントの列に書いてください。取り込むときに担当者が読みます。',
    'If something is unclear or you cannot decide, say so in the comment. The office reads the comments when the sheet comes back.',
  ],
  [
    '終わったら、Excelブック(.xlsx)のまま保存して、担当者に返してください。計算式は使えません。',
    'When you are done, save the file as an Excel workbook (.xlsx) and send it back to the office. Formulas cannot be used.',
  ],
];

const isOpen = (column: number): boolean => sheetColumns[column]?.isOpen ?? false;
const toCell = (value: string | number, style: (typeof styles)[keyof typeof styles], height: number): Cell => {
  const sized = { ...style, height };
  if (value === '') return sized;
  if (typeof value === 'number') return { ...sized, type: Number, value };
  return { ...sized, type: String, value: workbookText(value) };
};

/**
 * A workbook for translators: a guide, and one sheet for each language, named after its tag.
 * @returns the bytes of an `.xlsx` file
 */
export async function toWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const open = sheetColumns.flatMap((column, index) => (column.isOpen ? [index] : []));
  const locks: SheetLock[] = [{ open: [], hidden: [] }, ...sheets.map(({ hidden }) => ({ open, hidden }))];
  const file = writeXlsxFile([guideSheet, ...sheets.map(toSheet)], {
    fontFamily: 'Yu Gothic',
    fontSize: 11,
    features: [lockSheets(locks), fitToWidth],
  });
  return new Uint8Array(await file.toBuffer());
}

/** Width of the columns of the guide, in characters, the unit of spreadsheets. */
const guideWidth = 60;

const guideSheet = {
  sheet: guideSheetName,
  data: guide.map((texts, index) => {
    const height = rowHeight(texts.map((text) => ({ text, width: guideWidth })));
    return texts.map((text) => toCell(text, index === 0 ? styles.header : styles.shut, height));
  }),
  columns: [{ width: guideWidth }, { width: guideWidth }],
  orientation: 'landscape' as const,
};

function toSheet({ language, rows, hidden }: WorkbookSheet) {
  const heightOf = (cells: SheetCells): number => {
    const sized = cells.map((value, column) => ({ text: String(value), width: sheetColumns[column]?.width ?? 1 }));
    return rowHeight(sized.filter((_, column) => !hidden.includes(column)));
  };
  const headerHeight = heightOf(headerRow);
  const header = headerRow.map((value) => toCell(value, styles.header, headerHeight));
  const toRow = (cells: SheetCells): Row => {
    const height = heightOf(cells);
    return cells.map((value, column) => toCell(value, isOpen(column) ? styles.open : styles.shut, height));
  };
  return {
    sheet: language,
    data: [header, ...rows.map(toRow)],
    columns: sheetColumns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: columnAt('id') + 1,
    orientation: 'landscape' as const,
  };
}

/** Print settings: one page wide and any number of pages long (ECMA-376, CT_PageSetup). */
const pages = 'fitToWidth="1" fitToHeight="0"';

/** Makes all columns of a sheet fit on one printed page. The workbook writer has no option for this. */
const fitToWidth: Feature<Stream | Buffer | Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet\b[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace('<pageSetup ', `<pageSetup ${pages} `),
      },
    },
  },
};
