/** The first character of a UTF-8 file. Without this mark, spreadsheets guess another encoding. */
const byteOrderMark = '\uFEFF';

/**
 * Matches text that a spreadsheet takes for a formula, with or without apostrophes before it. Such text is written with
 * one more apostrophe at the beginning. Removing one apostrophe restores the text exactly.
 */
const formulaLike = /^'*[=+\-@\t\r]/;

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Writes rows in the format of RFC 4180, in UTF-8. A cell that a spreadsheet would take for a formula is prefixed with
 * an apostrophe, which `readCsv` removes.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = (text: string) => field(formulaLike.test(text) ? `'${text}` : text);
  const text = rows.map((row) => `${row.map(safe).join(',')}\r\n`).join('');
  return new TextEncoder().encode(byteOrderMark + text);
}

/** Limits for reading a CSV file. */
interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
  /** Characters in one field. */
  readonly characters: number;
}

/**
 * Reads rows that `writeCsv` wrote or a spreadsheet saved. Stops as soon as a limit is exceeded.
 * @param separator the character between two fields
 * @returns `malformed` if a quotation mark is in a wrong place or missing, and `too-large` if a limit is exceeded
 */
export function readCsv(text: string, separator: string, limits: CsvLimits): string[][] | 'malformed' | 'too-large' {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endOfBare = new RegExp(`[${separator}"\\r\\n]|$`, 'g');
  while (at < text.length || row.length > 0) {
    const read = text[at] === '"' ? readQuoted(text, at + 1, limits) : readBare(text, at, endOfBare, limits);
    if (typeof read === 'string') return read;
    if (row.length === limits.columns || rows.length === limits.rows) return 'too-large';
    row.push(plain(read.field));
    const end = text[read.end];
    at = read.end + 1;
    if (end === separator) continue;
    if (end === '\r' && text[at] === '\n') at += 1;
    else if (end !== undefined && end !== '\r' && end !== '\n') return 'malformed';
    rows.push(row);
    row = [];
  }
  return rows;
}

/** A field, and the index of the character after it. */
interface ReadField {
  readonly field: string;
  readonly end: number;
}

function readQuoted(text: string, from: number, { characters }: CsvLimits): ReadField | 'malformed' | 'too-large' {
  let field = '';
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return 'malformed';
    field += text.slice(at, quote);
    if (field.length > characters) return 'too-large';
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    at = quote + 2;
  }
}

function readBare(
  text: string,
  from: number,
  endOfBare: RegExp,
  { characters }: CsvLimits,
): ReadField | 'malformed' | 'too-large' {
  endOfBare.lastIndex = from;
  const end = endOfBare.exec(text)?.index ?? text.length;
  if (text[end] === '"') return 'malformed';
  return end - from > characters ? 'too-large' : { field: text.slice(from, end), end };
}

const plain = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
