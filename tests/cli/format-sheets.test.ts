import { expect, test } from '#jest';
import { formatSheets } from '../../src/cli/format-sheets.ts';
import type { SheetsCompared } from '../../src/office/sheets/compare-sheets.ts';

/** The lines about one changed text. */
function linesFor(before: readonly string[], sentences: readonly string[]): string[] {
  const change = { language: 'en', prompt: 'greeting', before, sentences };
  const rest = { names: [], unchanged: 0, comments: [], problems: [], warnings: [] };
  return formatSheets({ changes: [change], ...rest } as unknown as SheetsCompared, 'en').slice(1, -1);
}

test('Sentences that were moved or repeated are shown as removed and added', () => {
  expect(linesFor(['One.', 'Two.'], ['Two.', 'One.'])).toEqual(['  - One.', '  + One.']);
  expect(linesFor(['Bye.', 'Bye.'], ['Bye.'])).toEqual(['  - Bye.']);
  expect(linesFor(['One.', 'Two.'], ['One.', 'Three.'])).toEqual(['  - Two.', '  + Three.']);
});
