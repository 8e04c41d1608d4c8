import { expect, test } from '#jest';
import { normalise } from '../../src/common/normalise.ts';

test('Texts as languages write them are brought into a Unicode normal form', () => {
  expect(normalise('e\u0301', 'NFC')).toBe('\u00e9');
  expect(normalise('ｶﾞ１', 'NFKC')).toBe('ガ1');
  const most = `e${'\u0323\u0301'.repeat(15)}`;
  expect(normalise(most, 'NFC')).toBe(most.normalize('NFC'));
});

test('A run of more marks than any language has is left unchanged, because sorting it takes quadratic time', () => {
  for (const marks of ['\u0301\u0323'.repeat(50_000), 'ﾞ'.repeat(100_000)]) {
    const text = `a${marks}`;
    for (const form of ['NFC', 'NFD', 'NFKC'] as const) expect(normalise(text, form) === text).toBe(true);
  }
});
