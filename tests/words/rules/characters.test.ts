import { describe, expect, test } from '#jest';
import { findingsOf, rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);
const zh = (sentence: string) => rulesFor('zh-Hans', sentence);

describe('signs and characters', () => {
  test.each([
    ['There is more (later).', ['T-08']],
    ['There is more – later.', ['T-08']],
    ['There is more - later.', ['T-08']],
    ['Waste & more.', ['T-08']],
    ['There is more®.', ['T-08']],
    ['There is ☎ more.', ['T-08']],
    ['There is more …', ['T-08']],
    ['A well-known “place”, isn’t it?', []],
    ['See https://example.jp/more.', ['T-09']],
    ['Write to office@example.jp.', ['T-09']],
    ['See example.co.jp today.', ['T-09']],
    ['There is\u200B more.', ['T-10']],
    ['There is\u00A0more.', ['T-10']],
    ['There is more.\n', ['T-10']],
    ['There is\uE000 more.', ['T-10']],
    ['There is  more.', ['T-10']],
    ['There is more. ', ['T-10']],
    ['A cafe\u0301.', ['T-10']],
    ['Press star for more.', ['M-04']],
    ['Press # for more.', ['M-04']],
    ['Start the game.', []],
  ])('are checked for the ear in English: %j', (sentence, rules) => {
    expect(en(sentence)).toEqual(rules);
  });

  test.each([
    ['ｺﾞﾐです。', ['T-10']],
    ['ごみ〜です。', ['T-08']],
    ['「ごみ」です。', ['T-08']],
    ['シャープを {押|お}します。', ['M-04']],
    ['{米印|こめじるし}です。', ['M-04']],
    ['www.example.jpです。', ['T-09']],
    ['アー・ベーです。', []],
  ])('are checked for the ear in Japanese: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });

  test('may not name the pound key in Chinese', () => {
    expect(zh('请按井号。')).toEqual(['M-04']);
  });

  test('that are invisible are reported by their code points', () => {
    expect(findingsOf(['en.yaml', 'There is more.', '\u200BThere is more.'])[0]?.en).toContain('"U+200B"');
  });
});
