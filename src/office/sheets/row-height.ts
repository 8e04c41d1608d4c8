import { eastAsianWidth } from 'get-east-asian-width';

/** The height in points that Excel gives a line in the font of the workbook, Yu Gothic 11. */
const linePoints = 18.75;
/** Excel's maximum row height in points (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3). */
const mostPoints = 409;
/** The share of a line that text fills. Words are not broken, so some space at the ends of lines stays empty. */
const filled = 0.9;

/**
 * The height that a row needs to show every line of its wrapped texts. The workbook has to contain this height, because
 * programs other than Excel do not compute it when they open a workbook.
 * @param cells texts with the widths of their columns, in characters
 * @returns points, at most Excel's maximum
 */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width * filled))), 0),
  );
  return Math.min(mostPoints, linePoints * Math.max(1, ...lines));
}

/**
 * The width of a line, in the unit of column widths: the width of a digit. An ideograph, a kana or a Hangul syllable is
 * as wide as two digits.
 */
const widthOf = (line: string): number =>
  [...line].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
