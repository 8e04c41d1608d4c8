import { describe, expect, test } from '#jest';
import { chinesePairs } from '../../../src/words/rules/chinese-scripts.ts';
import { findingsOf, rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);

describe('wrong letters', () => {
  test.each([
    ['Есть ещё.', ['T-15']],
    ['There is 더.', ['T-15']],
    ['There is more café.', []],
  ])('of English are Latin: %s', (sentence, rules) => {
    expect(en(sentence)).toEqual(rules);
  });

  test.each([
    ['더 있습니다.', ['T-15']],
    ['There is even more.', ['T-15']],
    ['ごみの SALE です。', ['T-07']],
    ['My Numberの ことです。', []],
    ['My Number Cardの ことです。', ['T-07']],
  ])('of Japanese are kanji and kana: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });

  test('of simplified Chinese have no traditional characters, and each is named with its own', () => {
    const [finding, ...others] = findingsOf(['zh-Hans.yaml', '后面还有内容。', '後面還有內容。']);
    expect(others).toEqual([]);
    expect(finding?.rule).toBe('T-15');
    expect(finding?.en).toContain('還 → 还, 內 → 内');
  });

  test('of Chinese are known in at least 150 pairs, each character in one of them', () => {
    const characters = chinesePairs.flat();
    expect(chinesePairs.length).toBeGreaterThanOrEqual(150);
    expect(new Set(characters).size).toBe(2 * chinesePairs.length);
    expect(chinesePairs.every((pair) => pair.length === 2)).toBe(true);
  });
});
