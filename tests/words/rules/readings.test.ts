import { describe, expect, test } from '#jest';
import { findingsOf, rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);

describe('readings', () => {
  test.each([
    ['kanji without one', '続きが あります。'],
    ['the repetition sign without one', '{人|ひと}々が います。'],
    ['one in kanji', '{続|続}きが あります。'],
    ['one in Latin letters', '{続|tsuzu}きが あります。'],
    ['an empty one', '{続|}きが あります。'],
    ['nothing to read', '{|つづ}きが あります。'],
    ['a brace left over', '{続|つづ}きが} あります。'],
    ['a bar left over', 'つづきが|あります。'],
  ])('are in order: %s is an error', (_, sentence) => {
    expect(ja(sentence)).toEqual(['J-01']);
  });

  test('may be katakana and have long vowels', () => {
    expect(ja('{珈琲|コーヒー}が あります。')).toEqual([]);
  });

  test('are needed by the names that the whisper says', () => {
    const [finding] = findingsOf(['line.yaml', '"{英語|えいご}"', '英語']);
    expect(finding).toMatchObject({ rule: 'J-01', place: { file: 'line.yaml', line: 11 } });
  });

  test('leave no braces in other languages', () => {
    expect(en('There is {more.')).toEqual(['J-01']);
  });

  test.each([
    ['{四|し}', ['J-08']],
    ['{4|し}', ['J-08', 'N-04']],
    ['{４|し}', ['J-08', 'N-04']],
    ['{七|しち}', ['J-08']],
    ['{九|く}', ['J-08']],
    ['{四|よん}', []],
    ['{九月|くがつ}', []],
  ])('of digits must not be easily misheard: %s', (digit, rules) => {
    expect(ja(`${digit}が あります。`)).toEqual(rules);
  });
});
