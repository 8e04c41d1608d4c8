/** Begins a file of UTF-8, without which spreadsheets guess at another encoding. */
const byteOrderMark = '\uFEFF';

/** What a spreadsheet would take for a formula; apostrophes before it are counted in, so that taking one away is exact. */
const formulaLike = /^'*[=+\-@\t\r]/;

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as RFC 4180 writes them, in UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe in front,
 * which `readCsv` takes away.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = (text: string) => field(formulaLike.test(text) ? `'${text}` : text);
  const text = rows.map((row) => `${row.map(safe).join(',')}\r\n`).join('');
  return new TextEncoder().encode(byteOrderMark + text);
}

/**
 * Reads rows that `writeCsv` wrote or a spreadsheet saved.
 * @returns null when it is not in UTF-8, or a quotation mark stands where none can
 */
export function readCsv(bytes: Uint8Array): string[][] | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const read = text[at] === '"' ? readQuoted(text, at + 1) : readBare(text, at);
    if (read === null) return null;
    row.push(plain(read.field));
    const end = text[read.end];
    at = read.end + 1;
    if (end === ',') continue;
    if (end === '\r' && text[at] === '\n') at += 1;
    else if (end !== undefined && end !== '\r' && end !== '\n') return null;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** A field, and where the text goes on after it. */
interface ReadField {
  readonly field: string;
  readonly end: number;
}

function readQuoted(text: string, from: number): ReadField | null {
  let field = '';
  for (let at = from; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    field += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { field, end: quote + 1 };
    field += '"';
    at = quote + 2;
  }
}

const endOfBare = /[",\r\n]|$/g;

function readBare(text: string, from: number): ReadField | null {
  endOfBare.lastIndex = from;
  const end = endOfBare.exec(text)?.index ?? text.length;
  return text[end] === '"' ? null : { field: text.slice(from, end), end };
}

const plain = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
