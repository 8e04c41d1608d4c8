import type Stream from 'node:stream';
import writeXlsxFile, { type Cell, type Feature, type Row } from 'write-excel-file/node';
import type { LanguageTag } from '../../call/line.ts';
import { guide } from './guide.ts';
import { lockSheets, type SheetLock } from './lock-sheets.ts';
import { rowHeight } from './row-height.ts';
import { columnAt, guideSheetName, headerRow, sheetColumns } from './sheet-columns.ts';
import { type SheetCells, type SheetParts, sheetRows } from './sheet-rows.ts';

const common = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#B3B3B3' } as const;
const styles = {
  header: { ...common, fontWeight: 'bold', backgroundColor: '#E6E6E6' },
  shut: { ...common, backgroundColor: '#F8F8FB', textColor: '#333333' },
  open: { ...common, backgroundColor: '#FFFBE0' },
} as const;

/** Characters that XML or the workbook writer would drop, and underscores that a reader would take for the start of an escape. */
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[0-9A-Fa-f]{4}_)/gu;

const escaped = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, index) => `_x${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');

/**
 * Text escaped as in workbooks (ST_Xstring of ECMA-376), so that it is read back unchanged. The writer looks strings up in a
 * plain object and would mishandle words such as "constructor". The first character of such words is therefore escaped too.
 */
function workbookText(text: string): string {
  const written = text.replaceAll(unwritable, escaped);
  return written in Object.prototype ? escaped(written.slice(0, 1)) + written.slice(1) : written;
}

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
export async function writeWorkbook(parts: SheetParts, languages: readonly LanguageTag[]): Promise<Uint8Array> {
  const open = sheetColumns.flatMap((column, index) => (column.isOpen ? [index] : []));
  const sheets: Awaited<ReturnType<typeof sheetOf>>[] = [];
  const locks: SheetLock[] = [{ open: [], hidden: [] }];
  for (const language of languages) {
    const hidden = hiddenFor(language, parts);
    sheets.push(await sheetOf(parts, language, hidden));
    locks.push({ open, hidden });
  }
  const file = writeXlsxFile([guideSheet, ...sheets], {
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

/** The columns that are of no use for translators into this language. */
const hiddenFor = (language: LanguageTag, { now }: SheetParts): number[] =>
  sheetColumns.flatMap(({ isHidden, name }, index) => {
    const isEmpty = name === 'english' && (language === 'en' || language === now.line.file.sourceLanguage);
    return isHidden || isEmpty ? [index] : [];
  });

async function sheetOf(parts: SheetParts, language: LanguageTag, hidden: readonly number[]) {
  const rows = await sheetRows(parts, language);
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

/** Makes all columns of a sheet fit on one page in print, which the workbook writer cannot do. */
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
