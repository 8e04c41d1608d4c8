import { readFileSync } from 'node:fs';
import { readSheets } from '../../src/sheets/read-sheets.ts';
import { editWorkbook, sheetPath } from '../support/edit-workbook.ts';
const n = Number(process.argv[2]);
for (const piece of ['<row', '<c r="']) {
const edited = editWorkbook(new Uint8Array(readFileSync('/tmp/h/words.xlsx')), (files) => { const p = sheetPath(files, 'en'); files[p] = (files[p] ?? '').replace('</sheetData>', `${piece.repeat(n)}</sheetData>`); });
const t = performance.now();
const r = await readSheets(edited);
console.log(piece, n, Math.round(performance.now() - t), r.problems.map((p) => p.en));
}
