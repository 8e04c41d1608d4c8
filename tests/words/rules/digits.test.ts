import { describe, expect, test } from '#jest';
import { rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);
const zh = (sentence: string) => rulesFor('zh-Hans', sentence);

describe('numbers', () => {
  test.each([
    ['Call 03-0000-0000.', ['N-01']],
    ['Call 0570 00 0000.', ['N-01']],
    ['Call +81 3 0000 0000.', ['N-01']],
    ['Call 03(0000)0000.', ['N-01', 'T-08']],
    ['From 2026-04-01.', ['N-05']],
    ['From 11/22.', ['N-05']],
    ['Open at 9:00.', ['N-05']],
    ['Open from 5 p.m.', ['N-05']],
    ['From 1 April.', ['N-05']],
    ['From October 2015.', ['N-05']],
    ['It has 123456 signs.', ['N-04']],
    ['It has 3 parts.', ['N-04']],
    ['It has three parts.', []],
    ['There may be one more.', []],
  ])('must be written in words or as facts: %s', (sentence, rules) => {
    expect(en(sentence)).toEqual(rules);
  });

  test.each([
    ['０３−００００−００００です。', ['N-01']],
    ['９:００からです。', ['N-05']],
    ['3つ あります。', ['N-04']],
    ['③を みます。', ['N-04']],
    ['{三|みっ}つ あります。', []],
  ])('must be written in words or as facts in Japanese too: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });

  test('in kanji count as words in Chinese, and so does 〇', () => {
    expect(zh('一共有三〇个。')).toEqual([]);
  });
});
