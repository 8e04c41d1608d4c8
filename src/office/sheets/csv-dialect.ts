import { readCsv } from './csv.ts';
import { sheetLimits } from './limits.ts';
import { headerRow } from './sheet-columns.ts';

/** The decoded text of a CSV file, and its field separator. */
interface CsvText {
  readonly text: string;
  readonly separator: string;
}

/**
 * Why a file cannot be decoded. Japanese Excel saves plain "CSV" in Shift_JIS, which lacks the letters of most of our
 * languages.
 */
export type Unreadable = 'shift-jis' | 'unknown';

/**
 * The encodings, in the order in which they are tried. UTF-8 comes first, because a file in UTF-16 is hardly ever valid
 * UTF-8, but many files in UTF-8 are also valid UTF-16.
 */
const encodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;
/**
 * Field separators. Spreadsheets save with commas or semicolons, depending on the country. Copied cells have tabs
 * between them.
 */
const separators = [',', ';', '\t'] as const;

/**
 * The number of bytes that are searched for the header: enough in any encoding, and few enough to try every encoding.
 */
const headBytes = 4096;
const headLimits = { ...sheetLimits, rows: 1 };

/** A first line in which some Microsoft spreadsheets name the separator. The line is not a row of the sheet. */
const separatorLine = /^sep=.\r?\n/;

/**
 * Detects the encoding and the field separator of a file. They are right if the first row, read with them, is the
 * header of our sheets. A file without this header is read as UTF-8 with commas, if it is valid UTF-8 and contains no
 * null character.
 * @param bytes at most `sheetLimits.bytes`, which the caller of this function has checked
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

/**
 * Decodes bytes. `TextDecoder` removes byte order marks.
 * @returns null if `fatal` is set and the bytes are not in this encoding
 */
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

/**
 * Whether the first three cells are those of our header. They are enough, because the result only decides how the
 * refusal of the file is explained.
 */
const beginsWithKnown = (text: string, separator: string): boolean => {
  const cells = firstRow(text, separator);
  return headerRow.slice(0, 3).every((name, column) => cells[column]?.trim() === name);
};

function firstRow(text: string, separator: string): readonly string[] {
  const end = text.search(/[\r\n]/);
  const rows = readCsv(end < 0 ? text : text.slice(0, end), separator, headLimits);
  return typeof rows === 'string' ? [] : (rows[0] ?? []);
}
