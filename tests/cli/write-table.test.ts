import { expect, test } from '#jest';
import { fillStart, writeTable } from '../../src/cli/write-table.ts';

test('Columns are aligned in Japanese too, where a letter is two columns wide', () => {
  const rows = [
    ['名前', 'role', '状態'],
    ['tanaka', '編集者', '有効'],
    // One letter of two code points.
    ['か\u3099', 'x', ''],
  ];
  expect(writeTable(rows).split('\n')).toEqual([
    '名前    role    状態', //
    'tanaka  編集者  有効',
    'か\u3099      x',
  ]);
  expect(fillStart('最大', 6)).toBe('  最大');
});
