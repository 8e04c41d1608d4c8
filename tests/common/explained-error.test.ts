import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#jest';
import { ExplainedError, explain } from '../../src/common/explained-error.ts';
import { toLoggedError } from '../../src/common/log.ts';
import { PromptsError } from '../../src/words/finding.ts';
import { scratchFolder } from '../support/scratch-database.ts';

const isFull = { ja: 'ディスクがいっぱいです。', en: 'The disk is full.' };

test('An explained error is explained in the language of the terminal, and in English in the log', () => {
  const error = new ExplainedError(isFull, { cause: new Error('ENOSPC') });
  expect([explain(error, 'ja'), explain(error, 'en')]).toEqual([isFull.ja, isFull.en]);
  expect(toLoggedError(error)).toMatchObject({ message: isFull.en, cause: { message: 'ENOSPC' } });
});

test('The explanation of an unexpected error contains its message, in both languages', () => {
  for (const error of [new Error('Nobody expected this.'), new ExplainedError('Nobody expected this.')]) {
    expect(explain(error, 'en')).toBe('Nobody expected this.');
    expect(explain(error, 'ja')).toBe('予期しないエラーです(Nobody expected this.)。');
  }
});

test('An error of the file system is explained in Japanese, with its path and its code', async () => {
  const folder = await scratchFolder();
  const refusal = async (work: Promise<unknown>) => explain(await work.catch((error: unknown) => error), 'ja');
  expect(await refusal(readFile(join(folder, 'none')))).toBe(`「${join(folder, 'none')}」がありません(ENOENT)。`);
  expect(await refusal(mkdir('/dev/null/x'))).toBe(
    '「/dev/null/x」の途中に、フォルダーでないものがあります(ENOTDIR)。',
  );
  // This device is always full. The error of a write has no path.
  expect(await refusal(writeFile('/dev/full', 'x'))).toBe(
    'ディスクがいっぱいで、書けません(ENOSPC)。空きを作ってください。',
  );
  expect(await refusal(rm(folder))).toMatch(/^「.*」.*\(E[A-Z]+\)。|^予期しないエラーです\(.*\)。$/);
});

test('Findings are shown in the language of a terminal, and logged in both languages', () => {
  const error = new PromptsError([
    {
      rule: 'T-01',
      level: 'error',
      place: { language: 'en', prompt: 'goodbye', sentence: 1 },
      ja: '長いです。',
      en: 'Long.',
    },
  ]);
  expect(explain(error, 'ja')).toBe('文を公開できません:\nen goodbyeの2文目 誤り T-01 長いです。');
  expect(explain(error, 'en')).toBe('The prompts cannot be published:\nen goodbye, sentence 2 error T-01 Long.');
  expect(error.message).toBe('The prompts cannot be published:\nen goodbye, sentence 2 error T-01 Long. / 長いです。');
});
