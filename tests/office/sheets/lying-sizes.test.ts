import { zipSync } from 'fflate';
import { expect, test } from '#jest';
import { sheetLimits } from '../../../src/office/sheets/limits.ts';
import { tooBig, unpackWorkbook } from '../../../src/office/sheets/unpack-workbook.ts';

test('Uncompressed files in a workbook count with their real size, whatever size the directory gives', () => {
  const part = new Uint8Array(1_000_000);
  const count = Math.ceil(sheetLimits.unpackedBytes / part.length) + 1;
  const names = Array.from({ length: count }, (_, index) => `xl/worksheets/sheet${index}.xml`);
  const bytes = zipSync(Object.fromEntries(names.map((name) => [name, part])), { level: 0 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let lies = 0;
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    // An entry of the directory, which gives the unpacked size.
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, 0, true);
    lies += 1;
  }
  expect(lies).toBe(count);
  expect(unpackWorkbook(bytes)).toEqual({ problem: tooBig });
});
