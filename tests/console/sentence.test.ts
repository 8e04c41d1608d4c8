import { expect, test } from '#jest';
import { noValues, partsWith, partsWithExamples, plainText } from '../../src/console/text/sentence.ts';
import { bundledDraft } from '../support/bundled.ts';

test('A value that ends with a full stop ends its sentence too', () => {
  const ref = { language: 'en', prompt: 'disaster-time' };
  const split = partsWithExamples(bundledDraft(), ref);
  expect(plainText(split('It was announced at {{noticeTime}}.'))).toBe('It was announced at 9:00 a.m.');
  expect(plainText(split('At {{noticeTime}}, on {{noticeDay}}.'))).toBe('At 9:00 a.m., on 1 January.');
  expect(plainText(partsWith(noValues, () => null)('Wait. {{unknown}}.'))).toBe('Wait. {{unknown}}.');
});
