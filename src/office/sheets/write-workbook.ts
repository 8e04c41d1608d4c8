import type { LanguageTag } from '../../call/line.ts';
import type { SheetParts } from './sheet-rows.ts';
import { toWorkbook } from './to-workbook.ts';
import { workbookSheets } from './workbook-sheets.ts';

/** Writes a workbook for translators in this thread. @returns the bytes of an `.xlsx` file */
export const writeWorkbook = async (parts: SheetParts, languages: readonly LanguageTag[]): Promise<Uint8Array> =>
  toWorkbook(await workbookSheets(parts, languages));
