import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { byName } from '../../words/by-name.ts';
import { type InspectedSheet, inspectSheet } from './inspect-sheet.ts';
import { sheetLimits, xmlLimits } from './limits.ts';
import { scanXml, type XmlTag } from './scan-xml.ts';
import { fileProblem, type SheetProblem, unreadableFile } from './sheet-problem.ts';

/** A workbook whose files were checked, so that it is safe to read. */
interface UnpackedWorkbook {
  /** The workbook repacked with only the checked files. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What is known about each sheet, by name. */
  readonly sheets: ReadonlyMap<string, InspectedSheet>;
}

export const tooBig = fileProblem(
  'ファイルが大きすぎます。翻訳シートに画像やほかの表を足していたら、消してください。',
  'The file is too large; remove pictures and other tables that were added to it.',
);
const locked = fileProblem(
  '古い形式(.xls)か、パスワードの付いたファイルです。パスワードを外し、Excelブック(.xlsx)として保存し直してください。',
  'This file is in the old format (.xls) or has a password; remove the password and save it as an Excel workbook (.xlsx).',
);

/** Matches the names of the files that are read. No other files are unpacked. */
const needed = /^xl\/(?:(?:workbook|styles|sharedStrings)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

const sheetFolder = 'xl/worksheets/';

/** The first bytes of files that are encrypted or in the old .xls format. */
const oldFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a file is encrypted or in the old .xls format. */
export const isOldFile = (bytes: Uint8Array): boolean => oldFile.every((byte, index) => bytes[index] === byte);

/** Why a workbook is not read. */
type Refusal = 'malformed' | 'too-large';

/**
 * Unpacks a workbook. Checks that the files that are read stay within `sheetLimits` and `xmlLimits`, even if the
 * directory of the ZIP file states wrong sizes. Checks that every document is well-formed before any other code reads
 * it. The lengths of texts in cells are not checked here.
 */
export function unpackWorkbook(bytes: Uint8Array): UnpackedWorkbook | { readonly problem: SheetProblem } {
  if (isOldFile(bytes)) return { problem: locked };
  const texts = unzip(bytes);
  const read = typeof texts === 'string' ? texts : inspect(texts);
  if (typeof texts === 'string' || typeof read === 'string') {
    return { problem: read === 'too-large' ? tooBig : unreadableFile };
  }
  const packed = byName([...texts].map(([name, xml]) => [name, strToU8(xml)]));
  return { bytes: new Uint8Array(zipSync(packed, { level: 0 })), sheets: read };
}

function unzip(bytes: Uint8Array): Map<string, string> | Refusal {
  let [files, unpacked] = [0, 0];
  let isTooBig = false;
  try {
    // For a compressed file, the unpacker allocates no more than the size in the directory. These sizes are added up.
    const entries = unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        files += 1;
        const isNeeded = needed.test(name);
        // An uncompressed file takes its actual size, even if the directory states a smaller one.
        if (isNeeded) unpacked += compression === 0 ? Math.max(size, originalSize) : originalSize;
        isTooBig ||= files > sheetLimits.files || unpacked > sheetLimits.unpackedBytes;
        if (isTooBig) throw new RangeError('The workbook is too large.');
        return isNeeded;
      },
    });
    return new Map(Object.entries(entries).map(([name, data]) => [name, strFromU8(data)]));
  } catch {
    // Every error other than the one above is caused by the file.
    return isTooBig ? 'too-large' : 'malformed';
  }
}

/** Returns what is known about each sheet, by name. Also removes empty rows from the sheets in `texts`. */
function inspect(texts: Map<string, string>): Map<string, InspectedSheet> | Refusal {
  const inspected = new Map<string, InspectedSheet>();
  let cells = 0;
  for (const [path, xml] of texts) {
    if (!path.startsWith(sheetFolder)) {
      const kind = scanOther(xml);
      if (kind !== 'well-formed') return kind;
      continue;
    }
    const sheet = inspectSheet(xml);
    cells += sheet.cells;
    if (sheet.kind !== 'well-formed') return sheet.kind;
    if (cells > sheetLimits.cells) return 'too-large';
    inspected.set(path, sheet);
    texts.set(path, withoutEmptyRows(xml));
  }
  const sheets = new Map<string, InspectedSheet>();
  for (const [name, path] of pathsOfSheets(texts)) {
    const sheet = path === undefined ? undefined : inspected.get(path);
    if (!sheet) return 'malformed';
    sheets.set(name, sheet);
  }
  if (sheets.size > sheetLimits.sheets) return 'too-large';
  return sheets.size === 0 ? 'malformed' : sheets;
}

function scanOther(xml: string) {
  let strings = 0;
  const { kind } = scanXml(xml, xmlLimits, ({ name }) => {
    if (name === 'si') strings += 1;
  });
  return strings > sheetLimits.strings ? 'too-large' : kind;
}

const plain = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|apos);|&#(x[\dA-Fa-f]+|\d+);/g, (entity, code?: string) => {
    if (code === undefined) return { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }[entity] ?? "'";
    const number = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code);
    return number <= 0x10ffff ? String.fromCodePoint(number) : '';
  });

/** The path of each sheet, by name; undefined for a sheet without a path. Empty if the file is not a workbook. */
function pathsOfSheets(texts: ReadonlyMap<string, string>): Map<string, string | undefined> {
  const targets = new Map<string, string>();
  scanXml(texts.get('xl/_rels/workbook.xml.rels') ?? '', xmlLimits, ({ name, attributes }) => {
    const target = attributes.get('Target') ?? '';
    if (name === 'Relationship') targets.set(attributes.get('Id') ?? '', target.replace(/^\/?(xl\/)?/, 'xl/'));
  });
  const paths = new Map<string, string | undefined>();
  scanXml(texts.get('xl/workbook.xml') ?? '', xmlLimits, (tag) => {
    if (tag.name === 'sheet') paths.set(plain(tag.attributes.get('name') ?? ''), targets.get(relationOf(tag)));
  });
  return paths;
}

/** The id that connects a sheet with its file. Its namespace prefix depends on the program that wrote the workbook. */
const relationOf = ({ attributes }: XmlTag): string =>
  [...attributes].find(([name]) => /^[^:]+:id$/.test(name))?.[1] ?? '';

/** Removes empty rows from well-formed XML, because some programs end a sheet with an empty row number 1,048,576. */
const withoutEmptyRows = (xml: string): string => xml.replaceAll(/<((?:\w+:)?row)(?:\s[^<>]*)?(?:\/>|>\s*<\/\1>)/g, '');
