import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { sheetLimits, threadLimits, writingLimits, xmlLimits } from '../src/office/sheets/limits.ts';
import { maxBytes, maxFiles } from '../src/words/prompt-files.ts';
import { yamlLimits } from '../src/words/yaml-limits.ts';

const manual = readFileSync(join(import.meta.dirname, '../docs/operation.md'), 'utf8');
const rowOf = (file: string) => manual.split('\n').find((line) => line.startsWith(`| ${file}`)) ?? '';
const { bytes, rows, columns, characters, problems } = sheetLimits;

test.each([
  ['translators’ sheet, CSV', { bytes, rows, columns, characters, problems, ...threadLimits }],
  ['translators’ sheet, workbook', { ...sheetLimits, ...xmlLimits, problems: bytes }],
  ['`prompts/*.yaml`', { ...yamlLimits, maxBytes, maxFiles }],
])('The manual names every limit of a file that is read: %s', (file, limits) => {
  const named = [...rowOf(file).matchAll(/\d[\d,]*/g)].map(([number]) => Number(number.replaceAll(',', '')));
  expect(Object.entries(limits).filter(([, limit]) => !named.includes(limit))).toEqual([]);
});

test('The manual names the limits of what is written', () => {
  const { milliseconds, megabytes } = writingLimits;
  expect(manual).toContain(`may take ${milliseconds.toLocaleString('en')} ms and ${megabytes} MB.`);
});
