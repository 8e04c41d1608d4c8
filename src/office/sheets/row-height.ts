import { eastAsianWidth } from 'get-east-asian-width';

/** Points of one line in the font of the workbook, Yu Gothic of 11 points, as Excel sets it. */
const linePoints = 18.75;
/** Excel's limit (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3). */
const mostPoints = 409;
/** Words are not broken, which costs room at the ends of lines. */
const filled = 0.9;

/**
 * How high a row must be so that every line of its wrapped texts is seen. Programs other than Excel do not find that out by
 * themselves when they open a workbook.
 * @param cells with the width of their column, in characters
 * @returns points
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width * filled))), 0),
  );
  return Math.min(mostPoints, linePoints * Math.max(1, ...lines));
}

/** Ideographs, kana and Hangul are twice as wide as the digits in which columns are measured. */
const widthOf = (line: string): number =>
  [...line].reduce((sum, sign) => sum + eastAsianWidth(sign.codePointAt(0) ?? 0), 0);
