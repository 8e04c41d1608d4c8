import { readCsv } from './csv.ts';
import { sheetLimits } from './limits.ts';
import { type RowsRead, readRows } from './read-rows.ts';
import { readWorkbook, type TablesRead } from './read-workbook.ts';
import { fileProblem } from './sheet-problem.ts';

/** How every zipped file begins. */
const zipped = [0x50, 0x4b];
/** How workbooks begin that only Excel itself can open. */
const sealed = [0xd0, 0xcf];

/** Reads a workbook or a CSV file; what kind it is, its first bytes tell. Every problem is told at once. */
export async function readSheets(bytes: Uint8Array): Promise<RowsRead> {
  const { tables, problems } = await readTables(bytes);
  const read = tables.map(readRows);
  const rows = read.flatMap((each) => each.rows);
  const all = [...problems, ...read.flatMap((each) => each.problems)];
  const isNothing = rows.length === 0 && all.length === 0;
  return { rows, problems: isNothing ? [nothing] : all };
}

async function readTables(bytes: Uint8Array): Promise<TablesRead> {
  const refuse = (ja: string, en: string) => ({ tables: [], problems: [fileProblem(ja, en)] });
  if (bytes.length > sheetLimits.bytes) {
    return refuse(
      'ファイルが大きすぎます(5MBまで)。画像などを足していたら、消してください。',
      'The file is too large (at most 5 MB); take out pictures and the like.',
    );
  }
  const begins = (start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(zipped) || begins(sealed)) return readWorkbook(bytes);
  const rows = readCsv(bytes);
  if (rows === null) {
    return refuse(
      'UTF-8のCSVとして読み取れません。Excelでは「CSV UTF-8(コンマ区切り)」として保存してください。',
      'This is no CSV file in UTF-8; in Excel, save it as “CSV UTF-8 (Comma delimited)”.',
    );
  }
  const isTooMuch =
    rows.length > sheetLimits.rows ||
    rows.some((row) => row.length > sheetLimits.columns || row.some(({ length }) => length > sheetLimits.characters));
  if (isTooMuch) {
    return refuse(
      '行や文が多すぎます。書き出したCSVをそのまま使ってください。',
      'There are too many rows, columns or characters; use the CSV file as it was exported.',
    );
  }
  return { tables: rows.length === 0 ? [] : [{ name: '', rows }], problems: [] };
}

const nothing = fileProblem(
  '翻訳シートが一つもありません。書き出したファイルを選んでください。',
  'There is no translators’ sheet in it; choose a file that was exported here.',
);
