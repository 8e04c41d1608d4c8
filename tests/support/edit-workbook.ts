import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { plain } from './every-page.ts';

/** Unzips a workbook, lets `edit` change the texts of its files, and zips the files again. */
export function editWorkbook(bytes: Uint8Array, edit: (files: Record<string, string>) => void): Uint8Array {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  edit(files);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The path of a sheet inside a workbook that the product has written. The product numbers the sheets in order. */
export function sheetPath(files: Readonly<Record<string, string>>, name: string): string {
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, each]) => each);
  return `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`;
}

const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Types text into a cell, and saves it as some spreadsheet programs do: in the cell itself, not in the list of shared
 * texts.
 * @throws RangeError if there is no such cell
 */
export const typeInto = (bytes: Uint8Array, sheet: string, address: string, text: string): Uint8Array =>
  typeAll(bytes, sheet, [[address, text]]);

/** Types texts into many cells, as `typeInto` does. @throws RangeError if there is no such cell */
export const typeAll = (
  bytes: Uint8Array,
  sheet: string,
  texts: Iterable<readonly [address: string, text: string]>,
): Uint8Array =>
  editWorkbook(bytes, (files) => {
    for (const [address, text] of texts) {
      replaceIn(files, sheet, address, (style) => {
        return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
      });
    }
  });

/**
 * Replaces the XML of a cell.
 * @param write gets the cell's style attribute, or an empty text, and returns the new XML
 * @throws RangeError if there is no such cell, or its XML stays the same
 */
export const replaceCell = (
  bytes: Uint8Array,
  sheet: string,
  address: string,
  write: (style: string) => string,
): Uint8Array => editWorkbook(bytes, (files) => replaceIn(files, sheet, address, write));

function replaceIn(
  files: Record<string, string>,
  sheet: string,
  address: string,
  write: (style: string) => string,
): void {
  const path = sheetPath(files, sheet);
  const before = files[path] ?? '';
  const after = before.replace(
    new RegExp(`<c r="${address}"([^>]*?)(?:/>|>[\\s\\S]*?</c>)`),
    (_all, attributes: string) => write(/ s="\d+"/.exec(attributes)?.[0] ?? ''),
  );
  if (after === before) throw new RangeError(`The sheet "${sheet}" has no cell ${address}.`);
  files[path] = after;
}

/**
 * The texts of the cells of a sheet by address, such as `A1`. They are read from the XML without the code under test.
 */
export function cellTexts(bytes: Uint8Array, sheet: string): Map<string, string> {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(
    ([, text = '']) => plain(text),
  );
  const cells = (files[sheetPath(files, sheet)] ?? '').matchAll(
    /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([\s\S]*?)<\/t><\/is>)?<\/c>)/g,
  );
  return new Map(
    [...cells].map(([, address = '', attributes = '', value = '', inline]) => [
      address,
      inline === undefined ? (attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value) : plain(inline),
    ]),
  );
}
