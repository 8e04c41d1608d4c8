import { noMarks } from '../../src/office/drafts/ledger.ts';
import { compareSheets, type SheetsCompared } from '../../src/office/sheets/compare-sheets.ts';
import { writeSheetCsv } from '../../src/office/sheets/sheet-rows.ts';
import { writeWorkbook } from '../../src/office/sheets/write-workbook.ts';
import { cellTexts } from './edit-workbook.ts';
import { memoryDatabase } from './memory-database.ts';
import { openSmallOffice } from './small-office.ts';

/** A small office that writes sheets from its draft, and compares returned sheets with the draft. */
export async function openSheetOffice(
  ...options: Parameters<typeof openSmallOffice> extends [unknown, ...infer More] ? More : never
) {
  const office = await openSmallOffice(await memoryDatabase(), ...options);
  const parts = async () => ({ now: await office.desk.read(), marks: noMarks, engine: office.engine });
  return {
    ...office,
    workbook: async (...languages: string[]) =>
      writeWorkbook(await parts(), languages.length > 0 ? languages : ['en', 'zh-Hans']),
    csv: async (language = 'en') => writeSheetCsv(await parts(), language),
    compare: (bytes: Uint8Array): Promise<SheetsCompared> => compareSheets(office.desk, bytes),
    /** A text of the draft. */
    words: async (language: string, prompt: string) => (await office.desk.read()).find(language, prompt),
  };
}

/** The number of a text's row in a sheet, from 1. @throws RangeError if the sheet has no such text */
export function rowOf(bytes: Uint8Array, sheet: string, prompt: string): number {
  const found = [...cellTexts(bytes, sheet)].find(([address, text]) => /^A\d/.test(address) && text === prompt);
  if (!found) throw new RangeError(`The sheet "${sheet}" has no row for "${prompt}".`);
  return Number(found[0].slice(1));
}

/** Every problem as one line in English, with its place and what to do. */
export const told = ({ problems }: Pick<SheetsCompared, 'problems'>): string[] =>
  problems.map(({ sheet, row, en }) => `${sheet}:${row ?? ''} ${en}`);
