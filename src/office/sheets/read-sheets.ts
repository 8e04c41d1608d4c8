import { readCsv } from './csv.ts';
import { findDialect, type Unreadable } from './csv-dialect.ts';
import { sheetLimits } from './limits.ts';
import { type RowsRead, readRows } from './read-rows.ts';
import { readWorkbook, type TablesRead } from './read-workbook.ts';
import { fileProblem, type SheetProblem } from './sheet-problem.ts';
import { isOldFile } from './unpack-workbook.ts';

/**
 * Reads a workbook or a CSV file. The first bytes tell which of them it is. A file that exceeds `sheetLimits` is
 * refused, in most cases as soon as a limit is exceeded. All other problems are reported together, up to
 * `sheetLimits.problems`.
 *
 * This function blocks its thread until the file is read. `readSheetsInThread` runs it in a thread that can be
 * terminated.
 */
export async function readSheets(bytes: Uint8Array): Promise<RowsRead> {
  const { tables, problems } = await readTables(bytes);
  const read = tables.map(readRows);
  const rows = read.flatMap((each) => each.rows);
  const all = [...problems, ...read.flatMap((each) => each.problems)];
  const isNothing = rows.length === 0 && all.length === 0;
  return { rows, problems: isNothing ? [nothing] : firstOf(all) };
}

async function readTables(bytes: Uint8Array): Promise<TablesRead> {
  if (bytes.length > sheetLimits.bytes) return refuse(tooManyBytes);
  // Workbooks are ZIP files, which begin with PK.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || isOldFile(bytes)) return readWorkbook(bytes);
  const dialect = findDialect(bytes);
  if (typeof dialect === 'string') return refuse(unreadable[dialect]);
  const rows = readCsv(dialect.text, dialect.separator, sheetLimits);
  if (rows === 'malformed') return refuse(unreadable.unknown);
  if (rows === 'too-large') return refuse(tooLarge);
  return { tables: rows.length === 0 ? [] : [{ name: '', rows }], problems: [] };
}

const refuse = (problem: SheetProblem): TablesRead => ({ tables: [], problems: [problem] });

/** Limits the number of problems. The file is refused anyway, and no one reads thousands of problems. */
function firstOf(problems: readonly SheetProblem[]): readonly SheetProblem[] {
  const more = problems.length - sheetLimits.problems;
  if (more <= 0) return problems;
  const rest = fileProblem(
    `ほかにも${more}件の問題があります。まず上の問題を直してください。`,
    `Further problems: ${more}; correct the problems above first.`,
  );
  return [...problems.slice(0, sheetLimits.problems), rest];
}

const tooManyBytes = fileProblem(
  'ファイルが大きすぎます(5MBまで)。画像などを足していたら、消してください。',
  'The file is too large (at most 5 MB); remove pictures and other additions.',
);
const tooLarge = fileProblem(
  '行か列が多すぎるか、長すぎる文があります。書き出したCSVをそのまま使ってください。',
  'There are too many rows or columns, or a text is too long; use the CSV file as it was exported.',
);
const unreadable: Readonly<Record<Unreadable, SheetProblem>> = {
  'shift-jis': fileProblem(
    'シフトJISのCSVです。この形式では多くの言語の文字が失われるため、取り込めません。Excelでは「CSV UTF-8(コンマ区切り)」として保存してください。',
    'This CSV file is in Shift_JIS, in which letters of most languages are lost; in Excel, save it as “CSV UTF-8 (Comma delimited)”.',
  ),
  unknown: fileProblem(
    'Excelブック(.xlsx)でも、読み取れるCSVでもありません。Excelでは「Excelブック(.xlsx)」か「CSV UTF-8(コンマ区切り)」として保存してください。',
    'This is neither an Excel workbook nor a CSV file that can be read; in Excel, save it as an Excel workbook (.xlsx) or as “CSV UTF-8 (Comma delimited)”.',
  ),
};
const nothing = fileProblem(
  '文のある翻訳シートが一つもありません。書き出したファイルを選んでください。',
  'This file has no translators’ sheet with texts; choose a file that was exported here.',
);
