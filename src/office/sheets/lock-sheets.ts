import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import { columnNumber } from './sheet-columns.ts';

/** Which columns of a sheet are editable or hidden. */
export interface SheetLock {
  /** Indexes of the columns whose cells below the first row are editable; 0 is the first column. */
  readonly open: readonly number[];
  /** Indexes of the hidden columns. */
  readonly hidden: readonly number[];
}

/**
 * In a protected sheet, users can only type into open cells, select cells and resize rows. The protection has no
 * password, so staff can remove it.
 */
const protection = '<sheetProtection sheet="1" objects="1" scenarios="1" formatRows="0"/>';
/** The spreadsheet format for text. With it, a text that begins with = stays text, and 1/2 does not become a date. */
const asText = 'numFmtId="49" applyNumberFormat="1"';
const cell = /<c\b[^>]*?\br="([A-Z]+)(\d+)"[^>]*?\bs="(\d+)"/g;

/**
 * Protects sheets by changing the files of the workbook, because the workbook writer has no option for this. A cell is
 * locked unless its style unlocks it, so locked cells must not use the styles of open cells. Open cells are formatted
 * as text.
 * @param locks one for each sheet, in the order of the sheets
 */
export function lockSheets(locks: readonly SheetLock[]): Feature<Stream | Buffer | Blob> {
  const openStyles = new Set<number>();
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes(tagName, attributes, index, _options, { sheetIndex }) {
            const isHidden = tagName === 'col' && index !== undefined && locks[sheetIndex]?.hidden.includes(index);
            if (tagName !== 'row') return isHidden ? { ...attributes, hidden: 1 } : attributes;
            // A row with a custom height would not grow when text is typed into it.
            const { customHeight: _, ...grows } = attributes;
            return grows;
          },
          transform(xml, _options, { sheetIndex }) {
            for (const [, letters = '', row, style] of xml.matchAll(cell)) {
              const isOpen = Number(row) > 1 && locks[sheetIndex]?.open.includes(columnNumber(letters) - 1);
              if (isOpen) openStyles.add(Number(style));
            }
            // The schema fixes the order of elements: the protection comes right after the cells.
            return xml.replace('</sheetData>', `</sheetData>${protection}`);
          },
        },
        // The writer transforms the styles after all sheets, so `openStyles` is complete.
        'xl/styles.xml': {
          transform: (xml) =>
            xml.replace(/(<cellXfs[^>]*>)([\s\S]*)(<\/cellXfs>)/, (_all, head, styles: string, tail) => {
              let index = -1;
              const opened = styles.replaceAll(/<xf\b([^>]*)>([\s\S]*?)<\/xf>/g, (style, attributes, inside) => {
                index += 1;
                if (!openStyles.has(index)) return style;
                return `<xf${attributes} ${asText} applyProtection="1">${inside}<protection locked="0"/></xf>`;
              });
              return `${head}${opened}${tail}`;
            }),
        },
      },
    },
  };
}
