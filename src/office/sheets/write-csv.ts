import type { LanguageTag } from '../../call/line.ts';
import { writeCsv } from './csv.ts';
import { headerRow } from './sheet-columns.ts';
import { type SheetParts, sheetRows } from './sheet-rows.ts';

/** The sheet of one language as a CSV file, with the same columns as in a workbook. */
export async function writeSheetCsv(parts: SheetParts, language: LanguageTag): Promise<Uint8Array> {
  const rows = await sheetRows(parts, language);
  return writeCsv([headerRow, ...rows.map((cells) => cells.map(String))]);
}
