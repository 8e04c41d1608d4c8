import { describe, expect, test } from '#jest';
import { rulesFor } from './findings-of.ts';

describe('Easy Japanese', () => {
  test.each([
    ['{在留外国人|ざい}です。', []],
    ['{在留外国人証|ざい}です。', ['J-02']],
    ['マイナンバーカードです。', []],
    ['マイナンバーカードーです。', ['J-03']],
    ['{待|ま}たなければ なりません。', ['J-04']],
    ['{待|ま}たないと いけません。', ['J-04']],
    ['{待|ま}って ください。', []],
    ['{番号|ばんごう}が ある。', ['J-05']],
    ['{番号|ばんごう}だ。', ['J-05']],
    ['つながりませんでした。', []],
    ['チラシは、ごみの {中|なか}。', []],
    ['{人|ひと}が {来|き}て いただきます。', ['J-07']],
    ['{書|か}いた {上|うえ}で {出|だ}します。', []],
    ['ごみは {集|あつ}めさせます。', ['J-09']],
    ['{使用|しよう}されます。', ['J-09']],
    ['{話|はな}される {人|ひと}です。', ['J-09']],
    ['ごみを {合|あ}わせて {出|だ}します。', []],
  ])('is checked for plain words and forms: %s', (sentence, rules) => {
    expect(rulesFor('ja', sentence)).toEqual(rules);
  });

  test('is required only in Japanese', () => {
    expect(rulesFor('zh-Hans', '请交付证件。')).toEqual([]);
  });
});
