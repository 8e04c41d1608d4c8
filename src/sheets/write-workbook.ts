import writeXlsxFile, { type Cell, type Row } from 'write-excel-file/node';
import type { LanguageTag } from '../call/line.ts';
import { fitToWidth } from './fit-to-width.ts';
import { guide } from './guide.ts';
import { lockSheets } from './lock-sheets.ts';
import { rowHeight } from './row-height.ts';
import { columnAt, guideSheetName, sheetColumns } from './sheet-columns.ts';
import { type SheetCells, type SheetParts, sheetRows } from './sheet-rows.ts';
import { workbookText } from './workbook-text.ts';

const common = { wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#B3B3B3' } as const;
const styles = {
  header: { ...common, fontWeight: 'bold', backgroundColor: '#E6E6E6' },
  shut: { ...common, backgroundColor: '#F8F8FB', textColor: '#333333' },
  open: { ...common, backgroundColor: '#FFFBE0' },
} as const;

const isOpen = (column: number): boolean => sheetColumns[column]?.isOpen ?? false;
const toCell = (value: string | number, style: (typeof styles)[keyof typeof styles]): Cell => {
  if (value === '') return { ...style };
  if (typeof value === 'number') return { ...style, type: Number, value };
  return { ...style, type: String, value: workbookText(value) };
};

/**
 * A workbook for translators: how to fill it in, and one sheet for each language, named by its tag.
 * @returns the bytes of an `.xlsx` file
 */
export async function writeWorkbook(parts: SheetParts, languages: readonly LanguageTag[]): Promise<Uint8Array> {
  const hidden = (language: LanguageTag): number[] =>
    sheetColumns.flatMap(({ isHidden, name }, index) => {
      const isEmpty = name === 'english' && (language === 'en' || language === parts.now.line.file.sourceLanguage);
      return isHidden || isEmpty ? [index] : [];
    });
  const open = sheetColumns.flatMap((column, index) => (column.isOpen ? [index] : []));
  const sheets: Awaited<ReturnType<typeof sheetOf>>[] = [];
  for (const language of languages) sheets.push(await sheetOf(parts, language, hidden(language)));
  const guideSheet = {
    sheet: guideSheetName,
    data: guide.map((texts, index) =>
      withHeight(
        texts.map((text) => toCell(text, index === 0 ? styles.header : styles.shut)),
        rowHeight(texts.map((text) => ({ text, width: guideWidth }))),
      ),
    ),
    columns: [{ width: guideWidth }, { width: guideWidth }],
    orientation: 'landscape' as const,
  };
  const locks = [{ open: [], hidden: [] }, ...languages.map((language) => ({ open, hidden: hidden(language) }))];
  const file = writeXlsxFile([guideSheet, ...sheets], {
    fontFamily: 'Yu Gothic',
    fontSize: 11,
    features: [lockSheets(locks), fitToWidth],
  });
  return new Uint8Array(await file.toBuffer());
}

/** In characters, as spreadsheets count. */
const guideWidth = 60;

async function sheetOf(parts: SheetParts, language: LanguageTag, hidden: readonly number[]) {
  const rows = await sheetRows(parts, language);
  const toRow = (cells: SheetCells, isHeader = false): Row =>
    withHeight(
      cells.map((value, column) => {
        const style = isOpen(column) ? styles.open : styles.shut;
        return toCell(value, isHeader ? styles.header : style);
      }),
      rowHeight(
        cells.flatMap((value, column) =>
          hidden.includes(column) ? [] : [{ text: String(value), width: sheetColumns[column]?.width ?? 0 }],
        ),
      ),
    );
  return {
    sheet: language,
    data: [
      toRow(
        sheetColumns.map(({ header }) => header),
        true,
      ),
      ...rows.map((row) => toRow(row)),
    ],
    columns: sheetColumns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: columnAt('id') + 1,
    orientation: 'landscape' as const,
  };
}

/** The writer of workbooks takes the height of a row from any of its cells. */
const withHeight = ([first, ...rest]: readonly Cell[], height: number): Row => [
  { ...(typeof first === 'object' ? first : null), height } as Cell,
  ...rest,
];
