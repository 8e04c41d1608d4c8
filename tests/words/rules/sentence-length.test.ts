import { describe, expect, test } from '#jest';
import { countMorae } from '../../../src/words/rules/count-morae.ts';
import type { Change } from '../../support/draft-fixture.ts';
import { findingsOf } from './findings-of.ts';

/** The levels of the findings of T-02. The others are left out: sentences that repeat a word break other rules too. */
const lengthsFound = (...changes: readonly Change[]): string[] =>
  findingsOf(...changes)
    .filter(({ rule }) => rule === 'T-02')
    .map(({ level }) => level);

describe('length', () => {
  test.each([
    ['か', 1],
    ['きゃ', 1],
    ['がっこう', 4],
    ['コーヒー', 4],
    ['ファックス', 4],
    ['しんぶん、です。', 6],
  ])('of %s is %d morae', (text, morae) => {
    expect(countMorae(text)).toBe(morae);
  });

  test.each([
    [30, []],
    [31, ['warning']],
    [40, ['warning']],
    [41, ['error']],
  ])('of a Japanese sentence of %d morae', (morae, levels) => {
    expect(lengthsFound(['ja.yaml', '{続|つづ}きが あります。', `${'か'.repeat(morae - 3)}{国|くに}に`])).toEqual(
      levels,
    );
  });

  test.each([
    [16, []],
    [17, ['warning']],
    [22, ['warning']],
    [23, ['error']],
  ])('of an English sentence of %d words', (count, levels) => {
    expect(lengthsFound(['en.yaml', 'There is more.', `${'word '.repeat(count - 1)}word.`])).toEqual(levels);
  });

  test('counts a date as its words and a telephone number as nothing', () => {
    const words = 'word '.repeat(14);
    expect(lengthsFound(['en.yaml', 'This changes on {{firstDay}}.', `${words}{{firstDay}}.`])).toHaveLength(1);
    expect(lengthsFound(['en.yaml', 'The number is {{officeNumber}}.', `${words}{{officeNumber}}.`])).toEqual([]);
  });

  test.each([
    [32, []],
    [33, ['warning']],
    [43, ['error']],
  ])('of a Chinese sentence of %d characters', (count, levels) => {
    expect(lengthsFound(['zh-Hans.yaml', '后面还有内容。', `${'好'.repeat(count)}。`])).toEqual(levels);
  });
});
