import { describe, expect, test } from '#jest';
import { rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);
const zh = (sentence: string) => rulesFor('zh-Hans', sentence);

describe('personal numbers', () => {
  test.each([
    'Please enter your My Number.',
    'Say your PIN after the tone.',
    'Wait, then type in your password.',
    'Do not hang up. Enter your Individual Number.',
  ])('are not asked for in English: %s', (sentence) => {
    expect(en(sentence)).toEqual(['N-09']);
  });

  test.each([
    'Do not say or enter your My Number.',
    'Please never tell anybody your PIN.',
    'The notice will tell you your My Number.',
    'Please show your My Number Card.',
    'Enter the office with your My Number Card.',
    'We never ask for your My Number or password.',
  ])('may be mentioned in English: %s', (sentence) => {
    expect(en(sentence)).toEqual([]);
  });

  test.each([
    ['マイナンバーを {言|い}って ください。', ['N-09']],
    ['{暗証番号|あんしょうばんごう}を {押|お}して ください。', ['N-09']],
    ['マイナンバーを いって ください。', ['N-09']],
    ['マイナンバーを {言|い}わないで ください。', []],
    ['マイナンバーを {言|い}ったり、{押|お}したり しないで ください。', []],
    ['マイナンバーカードを もって ください。', []],
  ])('are not asked for in Japanese: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });

  test.each([
    ['请输入您的个人编号。', ['N-09']],
    ['请说出您的My Number。', ['N-09']],
    ['请不要说出或输入您的My Number。', []],
    ['请带上个人编号卡。', []],
  ])('are not asked for in Chinese: %s', (sentence, rules) => {
    expect(zh(sentence)).toEqual(rules);
  });
});
