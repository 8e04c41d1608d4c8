import { describe, expect, test } from '#jest';
import { rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);
const zh = (sentence: string) => rulesFor('zh-Hans', sentence);

describe('clauses', () => {
  test.each([
    ['First ask them, then wait for it, then take it home, and keep it safe.', ['T-03']],
    ['First ask them, then wait for it, then take it home.', []],
    ['There are English, Chinese, Korean, Spanish, Thai and Nepali.', []],
    ['Now, please, wait, and do not, please, go.', []],
  ])('are counted by commas, but not by the commas of a list: %s', (sentence, rules) => {
    expect(en(sentence)).toEqual(rules);
  });

  test('are distinguished from lists in Japanese and Chinese too', () => {
    expect(
      ja('{英語|えいご}、{中国語|ちゅうごくご}、{韓国語|かんこくご}、{日本語|にほんご}で {話|はな}せます。'),
    ).toEqual([]);
    expect(ja('ごみを {出|だ}して、{道|みち}に おいて、いえに もどって、まって ください。')).toEqual([]);
    expect(
      ja(
        '{今日|きょう} ごみを {出|だ}して、{外|そと}の {道|みち}に おいて、すぐ いえに もどって、そこで よく まって ください。',
      ),
    ).toContain('T-03');
    expect(zh('有英语、中文、韩语、日语、泰语。')).toEqual([]);
  });
});

describe('words', () => {
  test.each([
    ['Ask the MIC about it.', ['T-06']],
    ['It is an ID card.', []],
    ['Ask at the A4 desk.', ['N-04', 'T-06']],
    ['Please listen carefully.', ['T-11']],
    ['Welcome to this line.', ['T-11']],
    ['This is the waste line.', ['T-11']],
    ['Somebody may use it in a bad way.', []],
    ['That key is wrong.', ['T-12']],
    ['See below.', ['T-13']],
    ['Call the following office.', []],
    ['There is is more.', ['T-14']],
    ['There is more, Is it not?', []],
  ])('are checked for the ear in English: %s', (sentence, rules) => {
    expect(en(sentence).sort()).toEqual(rules);
  });

  test.each([
    ['谢谢，好好休息。', []],
    ['这里这里还有。', ['T-14']],
    ['您好，还有内容。', ['T-11']],
    ['内容如下。', ['T-13']],
    ['您按错了。', ['T-12']],
  ])('are checked for the ear in Chinese: %s', (sentence, rules) => {
    expect(zh(sentence)).toEqual(rules);
  });

  test.each([
    ['{下記|かき}です。', ['T-13']],
    ['{番号|ばんごう}が まちがいです。', ['T-12']],
    ['{続|つづ}き {続|つづ}きです。', []],
    ['ごみ ごみです。', []],
    ['ごみ ごみ です。', ['T-14']],
  ])('are checked for the ear in Japanese: %s', (sentence, rules) => {
    expect(ja(sentence)).toEqual(rules);
  });
});

describe('eras', () => {
  test('are never said in other languages, and in Japanese never without a Western year', () => {
    expect(en('It began in Reiwa times.')).toEqual(['N-07']);
    expect(zh('令和时期的内容。')).toEqual(['N-07']);
    expect(ja('{平成|へいせい}の {話|はなし}です。')).toEqual(['N-07']);
  });
});
