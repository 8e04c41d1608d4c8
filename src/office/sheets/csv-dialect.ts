import { readCsv } from './csv.ts';
import { sheetLimits } from './limits.ts';
import { headerRow } from './sheet-columns.ts';

/** A text out of a file, and what stands between its fields. */
export interface CsvText {
  readonly text: string;
  readonly separator: string;
}

/** Japanese Excel saves plain "CSV" in Shift_JIS, which has no letters for most of our languages. */
export type Unreadable = 'shift-jis' | 'unknown';

/** In the order in which they are tried: what is UTF-16 is hardly ever UTF-8, and nearly everything could be UTF-16. */
const encodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;
/** As spreadsheets write them in different countries, and as they copy. */
const separators = [',', ';', '\t'] as const;

/** Enough for the known header in any encoding, and little enough to be tried in each. */
const headBytes = 4096;
const headLimits = { ...sheetLimits, rows: 1 };

/** A first line that some spreadsheets of Microsoft's write and read, and that belongs to no row. */
const separatorLine = /^sep=.\r?\n/;

/**
 * Finds out in which encoding a file is and what parts its fields: those with which its first row is the header that every
 * sheet of ours has. Of a file without this header, UTF-8 with commas is taken for granted.
 * @param bytes as many as `sheetLimits.bytes`; the caller has counted them
 */
export function findDialect(bytes: Uint8Array): CsvText | Unreadable {
  const head = bytes.subarray(0, headBytes);
  for (const encoding of encodings) {
    const start = withoutSeparatorLine(decode(head, encoding, { fatal: false }) ?? '');
    const separator = separators.find((each) => beginsWithHeader(start, each));
    if (separator === undefined) continue;
    const text = decode(bytes, encoding, { fatal: true });
    return text === null ? 'unknown' : { text: withoutSeparatorLine(text), separator };
  }
  const text = decode(bytes, 'utf-8', { fatal: true });
  if (text !== null && !text.includes('\0')) return { text, separator: ',' };
  const start = decode(head, 'shift_jis', { fatal: false }) ?? '';
  return separators.some((each) => beginsWithKnown(start, each)) ? 'shift-jis' : 'unknown';
}

const withoutSeparatorLine = (text: string): string => text.replace(separatorLine, '');

/** Byte order marks are taken away by the platform. */
function decode(bytes: Uint8Array, encoding: string, options: { readonly fatal: boolean }): string | null {
  try {
    return new TextDecoder(encoding, options).decode(bytes);
  } catch {
    return null;
  }
}

const beginsWithHeader = (text: string, separator: string): boolean => {
  const cells = firstRow(text, separator);
  return headerRow.every((name, column) => cells[column]?.trim() === name);
};

/** Marks such as the apostrophe of "translator’s" are not in Shift_JIS, so fewer cells have to do. */
const beginsWithKnown = (text: string, separator: string): boolean => {
  const cells = firstRow(text, separator);
  return headerRow.slice(0, 3).every((name, column) => cells[column]?.trim() === name);
};

function firstRow(text: string, separator: string): readonly string[] {
  const end = text.search(/[\r\n]/);
  const rows = readCsv(end < 0 ? text : text.slice(0, end), separator, headLimits);
  return typeof rows === 'string' ? [] : (rows[0] ?? []);
}
