import readXlsxFile from 'read-excel-file/universal';
import type { InspectedSheet } from './inspect-sheet.ts';
import { sheetLimits } from './limits.ts';
import { guideSheetName } from './sheet-columns.ts';
import { fileProblem, type SheetProblem } from './sheet-problem.ts';
import { tooBig, unpackWorkbook } from './unpack-workbook.ts';

/** A sheet as rows of text, including the header. */
export interface SheetTable {
  /** Empty for a CSV file, which has no sheets. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The sheets that could be read, and what is wrong with the file or with single cells. */
export interface TablesRead {
  readonly tables: readonly SheetTable[];
  readonly problems: readonly SheetProblem[];
}

/**
 * Reads every sheet of a workbook except the guide, within `sheetLimits`. Must run in a separate thread, because
 * reading the largest workbook within the limits takes seconds.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<TablesRead> {
  const unpacked = unpackWorkbook(bytes);
  if ('problem' in unpacked) return { tables: [], problems: [unpacked.problem] };
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(new Blob([unpacked.bytes]), { trim: false });
  } catch {
    // The file causes the error: it could be unpacked, but its content cannot be read.
    const ja = 'ファイルの中身が壊れています。Excelブック(.xlsx)として保存し直してから、もう一度選んでください。';
    return {
      tables: [],
      problems: [fileProblem(ja, 'The file is damaged; save it again as an Excel workbook (.xlsx).')],
    };
  }
  const problems: SheetProblem[] = [];
  const tables = sheets
    .filter(({ sheet }) => sheet !== guideSheetName)
    .map(({ sheet, data }): SheetTable => {
      problems.push(...problemsOfCells(sheet, unpacked.sheets.get(sheet)));
      const rows = data.map((cells, index) =>
        cells.map((value) => {
          if (typeof value === 'string') return value;
          if (value === null || typeof value === 'number') return String(value ?? '');
          problems.push(notText(sheet, index + 1));
          return '';
        }),
      );
      return { name: sheet, rows };
    });
  let characters = 0;
  for (const { rows } of tables) for (const cells of rows) for (const { length } of cells) characters += length;
  if (characters > sheetLimits.allCharacters) return { tables: [], problems: [tooBig] };
  const long = tables.flatMap(({ name, rows }) =>
    rows.flatMap((cells, index) =>
      cells.some(({ length }) => length > sheetLimits.characters) ? [tooLong(name, index + 1)] : [],
    ),
  );
  return { tables, problems: [...problems, ...long] };
}

function problemsOfCells(sheet: string, inspected: InspectedSheet | undefined): SheetProblem[] {
  if (!inspected) return [];
  const { formulas, errors } = inspected;
  const inRows = (rows: ReadonlySet<number>, ja: string, en: string) =>
    [...rows].map((row): SheetProblem => ({ sheet, row, ja, en }));
  return [
    ...inRows(
      formulas,
      '計算式が入っています。式を消して、文をそのまま書いてください。',
      'A cell contains a formula. Delete it and type the text.',
    ),
    ...inRows(
      errors.difference(formulas),
      'エラーの値(#N/A など)が入っています。消して、文を書いてください。',
      'A cell contains an error such as #N/A; delete it and write the words.',
    ),
  ];
}

const notText = (sheet: string, row: number): SheetProblem => ({
  sheet,
  row,
  ja: '日付などの、文ではない値が入っています。消して、文を書いてください。',
  en: 'A cell contains a date or another value that is not text; delete it and write the words.',
});

const tooLong = (sheet: string, row: number): SheetProblem => ({
  sheet,
  row,
  ja: '長すぎる文があります。短くしてください。',
  en: 'A text is too long; shorten it.',
});
