import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sheetLimits } from './limits.ts';
import { fileProblem, type SheetProblem } from './sheet-problem.ts';
import { attributeOf, isMadeOfTokens, tagsIn } from './xml-tags.ts';

/** A workbook that has been looked at from outside: it may be read without reading more than its limits. */
export interface UnpackedWorkbook {
  /** The same workbook anew, holding exactly the files that were looked at. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The XML of each sheet, by its name, in the order of the workbook. */
  readonly sheets: ReadonlyMap<string, string>;
}

const unreadable = fileProblem(
  'ファイルを読み取れません。Excelブック(.xlsx)として保存し直してから、もう一度選んでください。',
  'The file cannot be read; save it again as an Excel workbook (.xlsx).',
);
const tooBig = fileProblem(
  'ファイルが大きすぎます。翻訳シートに画像やほかの表を足していたら、消してください。',
  'The file is too large; take out pictures and other tables that were added to it.',
);
const locked = fileProblem(
  '古い形式(.xls)か、パスワードの付いたファイルです。パスワードを外し、Excelブック(.xlsx)として保存し直してください。',
  'This is a file of the old kind (.xls) or has a password; take the password off and save it as an Excel workbook (.xlsx).',
);

/** What is read of a workbook; everything else in it stays packed. */
const needed = /^xl\/(?:(?:workbook|styles|sharedStrings)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;

/** How files begin that Excel encrypted or that an old Excel wrote. */
const oldFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Unpacks a workbook within its limits, whatever its directory says of itself. */
export function unpackWorkbook(bytes: Uint8Array): UnpackedWorkbook | { readonly problem: SheetProblem } {
  if (oldFile.every((byte, index) => bytes[index] === byte)) return { problem: locked };
  let [files, unpacked] = [0, 0];
  let isTooBig = false;
  let entries: Record<string, Uint8Array>;
  try {
    // A file is given no more room than the directory promises, so that its promises can be added up.
    entries = unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!needed.test(name)) return false;
        files += 1;
        unpacked += originalSize;
        isTooBig ||= files > sheetLimits.files || unpacked > sheetLimits.unpackedBytes;
        return !isTooBig;
      },
    });
  } catch {
    // Whatever an unpacker stumbles over is in the file.
    return { problem: unreadable };
  }
  if (isTooBig) return { problem: tooBig };
  const texts = new Map(Object.entries(entries).map(([name, data]) => [name, strFromU8(data)]));
  const sheets = sheetsIn(texts);
  if (sheets === null || ![...texts.values()].every(isPlain)) return { problem: unreadable };
  for (const path of sheets.values()) texts.set(path, withoutEmptyRows(texts.get(path) ?? ''));
  if ([...sheets.values()].some((path) => !isWithinLimits(texts.get(path) ?? ''))) return { problem: tooBig };
  const anew = Object.fromEntries([...texts].map(([name, xml]) => [name, strToU8(xml)]));
  return {
    bytes: new Uint8Array(zipSync(anew, { level: 0 })),
    sheets: new Map([...sheets].map(([name, path]) => [name, texts.get(path) ?? ''])),
  };
}

/** Spreadsheets write no comments, no CDATA and no document types; in them something could hide. */
const isPlain = (xml: string): boolean => !xml.includes('<!') && isMadeOfTokens(xml, sheetLimits.writtenCharacters);

const plain = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|apos);|&#(x[\dA-Fa-f]+|\d+);/g, (entity, code?: string) => {
    if (code === undefined) return { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }[entity] ?? "'";
    const number = code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number(code);
    return number <= 0x10ffff ? String.fromCodePoint(number) : '';
  });

/** The path of each sheet, by its name; null when it is no workbook. */
function sheetsIn(texts: ReadonlyMap<string, string>): Map<string, string> | null {
  const [workbook, relations] = [texts.get('xl/workbook.xml'), texts.get('xl/_rels/workbook.xml.rels')];
  if (workbook === undefined || relations === undefined) return null;
  const targets = new Map<string, string>();
  for (const tag of tagsIn(relations)) {
    const target = attributeOf(tag, 'Target') ?? '';
    if (tag.name === 'Relationship') targets.set(attributeOf(tag, 'Id') ?? '', target.replace(/^\/?(xl\/)?/, 'xl/'));
  }
  const sheets = new Map<string, string>();
  for (const tag of tagsIn(workbook)) {
    if (tag.name !== 'sheet') continue;
    const path = targets.get(attributeOf(tag, '\\w+:id') ?? '');
    if (path === undefined || !texts.has(path)) return null;
    sheets.set(plain(attributeOf(tag, 'name') ?? ''), path);
  }
  return sheets.size === 0 ? null : sheets;
}

/** Some programs end a sheet with an empty last row of all, number 1,048,576. */
const withoutEmptyRows = (xml: string): string => xml.replaceAll(/<((?:\w+:)?row)(?:\s[^<>]*)?(?:\/>|>\s*<\/\1>)/g, '');

/** A reader fills the gaps before a row and before a cell, so their numbers must be near. */
function isWithinLimits(xml: string): boolean {
  let cells = 0;
  for (const tag of tagsIn(xml)) {
    if (tag.name === 'row') {
      const row = attributeOf(tag, 'r');
      if (row !== undefined && !isNear(row)) return false;
    }
    if (tag.name !== 'c') continue;
    cells += 1;
    const [, row = ''] = /^[A-Z]{1,2}(\d+)$/.exec(attributeOf(tag, 'r') ?? '') ?? [];
    if (!isNear(row) || cells > sheetLimits.rows * sheetLimits.columns) return false;
  }
  return true;
}

const isNear = (row: string): boolean => /^\d{1,6}$/.test(row) && Number(row) <= sheetLimits.rows;
