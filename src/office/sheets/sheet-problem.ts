import type { Place } from '../../words/place.ts';
import type { TextVersions } from '../drafts/compare-texts.ts';

/** What is wrong with a file, and what to do about it. */
export interface SheetProblem {
  /** The name of the sheet; empty for the file as a whole, and for a CSV file, which has no sheets. */
  readonly sheet: string;
  /** Row number as in spreadsheets, where the header is 1; null for the whole sheet or file. */
  readonly row: number | null;
  readonly ja: string;
  readonly en: string;
  /**
   * The rule that found the problem, and the place of the text in question; absent for a problem that no rule found.
   */
  readonly finding?: { readonly rule: string; readonly place: Place };
  /** Two versions of a text, if the problem is that the versions differ. */
  readonly versions?: TextVersions;
}

/** A problem of the file as a whole. */
export const fileProblem = (ja: string, en: string): SheetProblem => ({ sheet: '', row: null, ja, en });

export const unreadableFile = fileProblem(
  'ファイルを読み取れません。Excelブック(.xlsx)として保存し直してから、もう一度選んでください。',
  'The file cannot be read; save it again as an Excel workbook (.xlsx).',
);

/**
 * Says in both languages where a problem is. Empty for the file as a whole. In a CSV file, which has no sheets, only
 * the row is named.
 */
export function problemLocation({ sheet, row }: Pick<SheetProblem, 'sheet' | 'row'>): { ja: string; en: string } {
  const ja = [sheet === '' ? '' : `シート「${sheet}」`, row === null ? '' : `${row}行目`].filter(Boolean).join('の');
  const en = [sheet === '' ? '' : `sheet "${sheet}"`, row === null ? '' : `row ${row}`].filter(Boolean).join(', ');
  return { ja, en: en.replace(/^./, (first) => first.toUpperCase()) };
}
