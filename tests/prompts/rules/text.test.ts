import { describe, expect, test } from '@jest/globals';
import { chinesePairs } from '../../../src/prompts/rules/chinese-pairs.ts';
import { countMorae } from '../../../src/prompts/rules/count-morae.ts';
import { findingsOf, rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en.yaml', sentence);
const ja = (sentence: string) => rulesFor('ja.yaml', sentence);
const zh = (sentence: string) => rulesFor('zh-Hans.yaml', sentence);

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
    expect(finding).toMatchObject({ rule: 'J-01', file: 'line.yaml', line: 11 });
  });

  test('leave no braces in other languages', () => {
    expect(en('There is {more.')).toEqual(['J-01']);
  });

  test.each([
    ['{四|し}', ['J-08']],
    ['{七|しち}', ['J-08']],
    ['{九|く}', ['J-08']],
    ['{四|よん}', []],
    ['{九月|くがつ}', []],
  ])('of digits are not easily misheard: %s', (digit, rules) => {
    expect(ja(`${digit}が あります。`)).toEqual(rules);
  });
});

describe('numbers', () => {
  test.each([
    ['Call 03-0000-0000.', ['N-01']],
    ['Call 0570 00 0000.', ['N-01']],
    ['Call +81 3 0000 0000.', ['N-01']],
    ['Call 03(0000)0000.', ['T-08', 'N-01'].sort()],
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
  ])('stand in words or in facts: %s', (sentence, rules) => {
    expect(en(sentence)).toEqual(rules);
  });

  test.each([
    ['０３−００００−００００です。', ['N-01']],
    ['９:００からです。', ['N-05']],
    ['3つ あります。', ['N-04']],
    ['③を 見ます。'.replace('見', 'み'), ['N-04']],
    ['{三|みっ}つ あります。', []],
  ])('stand in words or in facts in Japanese too: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });

  test('count kanji as words in Chinese, 〇 included', () => {
    expect(zh('一共有三〇个。')).toEqual([]);
  });
});

describe('signs and characters', () => {
  test.each([
    ['There is more (later).', ['T-08']],
    ['There is more – later.', ['T-08']],
    ['There is more - later.', ['T-08']],
    ['Waste & more.', ['T-08']],
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
  ])('are for the ear: %j', (sentence, rules) => {
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
  ])('are for the ear in Japanese: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });

  test('name no star and no pound in Chinese', () => {
    expect(zh('请按井号。')).toEqual(['M-04']);
  });

  test('name the invisible character by its number', () => {
    expect(findingsOf(['en.yaml', 'There is more.', '\u200BThere is more.'])[0]?.en).toContain('"U+200B"');
  });
});

describe('scripts', () => {
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

describe('translations', () => {
  test('are not copies of the source or of another language', () => {
    expect(zh('There is more.')).toEqual(['T-15', 'T-16']);
    expect(findingsOf(['zh-Hans.yaml', '后面还有内容。', 'There is more.'])[1]?.en).toContain('the sentence of "en"');
    expect(
      findingsOf(
        ['ja.yaml', '{続|つづ}きが あります。', '{続|つづ}き'],
        ['zh-Hans.yaml', '后面还有内容。', '続き'],
      ).map(({ rule }) => rule),
    ).toContain('T-16');
  });

  test('may be alike where there is nothing to translate', () => {
    expect(
      findingsOf(
        ['ja.yaml', '{続|つづ}きが あります。', 'My Number。'],
        ['zh-Hans.yaml', '后面还有内容。', 'My Number。'],
      ),
    ).toEqual([]);
  });
});

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
    const found = findingsOf(['ja.yaml', '{続|つづ}きが あります。', `${'か'.repeat(morae - 3)}{国|くに}に`]);
    expect(found.map(({ rule, level }) => `${rule} ${level}`)).toEqual(levels.map((level) => `T-02 ${level}`));
  });

  test.each([
    [16, []],
    [17, ['warning']],
    [22, ['warning']],
    [23, ['error']],
  ])('of an English sentence of %d words', (count, levels) => {
    const found = findingsOf(['en.yaml', 'There is more.', `${'word '.repeat(count - 1)}word.`]);
    expect(found.map(({ level }) => level)).toEqual(levels);
  });

  test('counts a date as its words and a telephone number as nothing', () => {
    const words = 'word '.repeat(14);
    expect(findingsOf(['en.yaml', 'This changes on {{firstDay}}.', `${words}{{firstDay}}.`])).toHaveLength(1);
    expect(findingsOf(['en.yaml', 'The number is {{officeNumber}}.', `${words}{{officeNumber}}.`])).toEqual([]);
  });

  test.each([
    [32, []],
    [33, ['warning']],
    [43, ['error']],
  ])('of a Chinese sentence of %d characters', (count, levels) => {
    const found = findingsOf(['zh-Hans.yaml', '后面还有内容。', `${'好'.repeat(count)}。`]);
    expect(found.map(({ level }) => level)).toEqual(levels);
  });
});

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
  ])('may be warned about in English: %s', (sentence) => {
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
