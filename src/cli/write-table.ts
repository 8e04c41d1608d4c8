import { eastAsianWidth } from 'get-east-asian-width';

const gap = '  ';
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The number of columns that a text takes on a terminal. Japanese letters take two each. */
const columnsOf = (text: string): number =>
  [...characters.segment(text)].reduce((sum, { segment }) => sum + eastAsianWidth(segment.codePointAt(0) ?? 0), 0);

const filling = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - columnsOf(text)));

/** Fills a text up with spaces at its end, to a number of columns of a terminal. */
export const fillEnd = (text: string, columns: number): string => text + filling(text, columns);

/** Fills a text up with spaces at its beginning, to a number of columns of a terminal. */
export const fillStart = (text: string, columns: number): string => filling(text, columns) + text;

/** Formats rows as lines with aligned columns; the first row is the header. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => fillEnd(cell, widths[column] ?? 0))
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}
