import { sheetLimits, xmlLimits } from './limits.ts';
import { scanXml, type XmlScan, type XmlTag } from './scan-xml.ts';
import { columnNumber } from './sheet-columns.ts';

/** Facts about a sheet that are found before its cells are read. */
export interface InspectedSheet {
  readonly kind: XmlScan['kind'];
  /** The number of cells that the workbook reader would allocate, including the gaps between cells. */
  readonly cells: number;
  /** The row numbers of cells with a formula. The value of such a cell was computed and not typed. */
  readonly formulas: ReadonlySet<number>;
  /** The row numbers of cells with an error value. */
  readonly errors: ReadonlySet<number>;
}

const address = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * Scans the XML of a sheet once. The workbook reader allocates all rows and cells up to the last one, so row and column
 * numbers must be within `sheetLimits`. Empty rows are ignored, because some programs end a sheet with an empty row
 * number 1,048,576.
 */
export function inspectSheet(xml: string): InspectedSheet {
  const formulas = new Set<number>();
  const errors = new Set<number>();
  let [cells, lastRow, lastColumn, row] = [0, 0, 0, 0];
  let isTooLarge = false;
  let rowBegun: XmlTag | null = null;
  const { kind } = scanXml(xml, xmlLimits, (tag) => {
    if (rowBegun && tag.depth > rowBegun.depth) {
      const number = rowBegun.attributes.get('r');
      isTooLarge ||= number !== undefined && !isWithinLimit(number);
    }
    rowBegun = tag.name === 'row' ? tag : null;
    if (tag.name === 'f') formulas.add(row);
    if (tag.name !== 'c') return;
    cells += 1;
    const [, letters = '', digits = ''] = address.exec(tag.attributes.get('r') ?? '') ?? [];
    const column = columnNumber(letters);
    isTooLarge ||= !isWithinLimit(digits) || column < 1 || column > sheetLimits.columns || cells > sheetLimits.cells;
    row = Number(digits);
    [lastRow, lastColumn] = [Math.max(lastRow, row), Math.max(lastColumn, column)];
    if (tag.attributes.get('t') === 'e') errors.add(row);
  });
  const room = Math.max(cells, lastRow * lastColumn);
  return { kind: kind === 'well-formed' && isTooLarge ? 'too-large' : kind, cells: room, formulas, errors };
}

const isWithinLimit = (row: string): boolean =>
  /^\d{1,7}$/.test(row) && Number(row) >= 1 && Number(row) <= sheetLimits.rows;
