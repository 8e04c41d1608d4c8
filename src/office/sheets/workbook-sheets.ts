import type { LanguageTag } from '../../call/line.ts';
import { sheetColumns } from './sheet-columns.ts';
import { type SheetCells, type SheetParts, sheetRows } from './sheet-rows.ts';

/** The content of one language's sheet in a workbook. */
export interface WorkbookSheet {
  readonly language: LanguageTag;
  /** The rows below the header. */
  readonly rows: readonly SheetCells[];
  /** The indexes of the columns that are hidden. */
  readonly hidden: readonly number[];
}

/** The sheets of a workbook for translators into these languages. Yields to the event loop after every text. */
export async function workbookSheets(parts: SheetParts, languages: readonly LanguageTag[]): Promise<WorkbookSheet[]> {
  const sheets: WorkbookSheet[] = [];
  for (const language of languages) {
    sheets.push({ language, rows: await sheetRows(parts, language), hidden: hiddenFor(language, parts) });
  }
  return sheets;
}

/** The indexes of the columns that translators into this language do not need. */
const hiddenFor = (language: LanguageTag, { now }: SheetParts): number[] =>
  sheetColumns.flatMap(({ isHidden, name }, index) => {
    const isEmpty = name === 'english' && (language === 'en' || language === now.line.file.sourceLanguage);
    return isHidden || isEmpty ? [index] : [];
  });
