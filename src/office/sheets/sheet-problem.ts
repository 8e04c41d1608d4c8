import type { TextVersions } from '../drafts/compare-texts.ts';

/** Why a file is not taken in, and what to do. */
export interface SheetProblem {
  /** The name of the sheet; empty for the file as a whole. */
  readonly sheet: string;
  /** As spreadsheets number it, the header being 1; null for the whole sheet. */
  readonly row: number | null;
  readonly ja: string;
  readonly en: string;
  /** Two versions of a text, where the problem is that they differ. */
  readonly versions?: TextVersions;
}

/** A problem of the file as a whole. */
export const fileProblem = (ja: string, en: string): SheetProblem => ({ sheet: '', row: null, ja, en });

/** Where a problem is, in both languages; empty for the file as a whole. A CSV file has rows and no sheets. */
export function placeOfProblem({ sheet, row }: Pick<SheetProblem, 'sheet' | 'row'>): { ja: string; en: string } {
  const ja = [sheet === '' ? '' : `シート「${sheet}」`, row === null ? '' : `${row}行目`].filter(Boolean).join('の');
  const en = [sheet === '' ? '' : `sheet "${sheet}"`, row === null ? '' : `row ${row}`].filter(Boolean).join(', ');
  return { ja, en: en.replace(/^./, (first) => first.toUpperCase()) };
}
