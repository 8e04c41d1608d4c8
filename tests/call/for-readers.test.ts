import { describe, expect, test } from '#jest';
import { isLanguageName } from '../../src/call/for-readers.ts';

describe('The first sentence of a welcome', () => {
  test.each([
    ['English.', 'English', 'For English, press 1.', true],
    ['한국어입니다.', '한국어', '한국어는 4번.', true],
    ['やさしい 日本語です。', 'やさしい日本語', 'やさしい 日本語は 7。', true],
    ['國語。', '台灣華語', '國語請按3。', true],
    ['English information line of Example City.', 'English', 'For English, press 1.', false],
    ['日本語で 国勢調査の ことを お知らせします。', '日本語', '日本語は 1。', false],
    ['…', 'English', 'For English, press 1.', false],
  ])('“%s” (language: %s, offered with: %s) only names the language: %s', (sentence, name, choice, isName) => {
    expect(isLanguageName(sentence, { name, choice })).toBe(isName);
  });
});
