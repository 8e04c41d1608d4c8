import { expect, test } from '#jest';
import { rowHeight } from '../../../src/office/sheets/row-height.ts';

const line = 18.75;

test.each([
  ['nothing', [{ text: '', width: 10 }], 1],
  ['what fits', [{ text: 'short', width: 10 }], 1],
  ['lines of its own', [{ text: 'one\ntwo\n\nfour', width: 10 }], 4],
  ['what is wrapped', [{ text: 'a'.repeat(19), width: 10 }], 3],
  ['signs that are twice as wide', [{ text: '電話番号を押す', width: 10 }], 2],
  ['Hangul', [{ text: '전화번호를 누르', width: 10 }], 2],
  [
    'the highest of its cells',
    [
      { text: 'x', width: 10 },
      { text: 'x\ny', width: 10 },
    ],
    2,
  ],
])('A row is high enough for %s', (_what, cells, lines) => {
  expect(rowHeight(cells)).toBe(line * lines);
});

test('A row is never higher than Excel allows', () => {
  expect(rowHeight([{ text: 'x\n'.repeat(100), width: 10 }])).toBe(409);
});
