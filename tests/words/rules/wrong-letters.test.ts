import { describe, expect, test } from '#jest';
import { chineseForms, chineseScripts } from '../../../src/words/rules/chinese-scripts.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { findingsOf, rulesFor } from './findings-of.ts';

const en = (sentence: string) => rulesFor('en', sentence);
const ja = (sentence: string) => rulesFor('ja', sentence);

describe('letters', () => {
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

  test('of simplified Chinese are never traditional, and a traditional one is reported with its simplified form', () => {
    const [finding, ...others] = findingsOf(['zh-Hans.yaml', '后面还有内容。', '後面還有內容。']);
    expect(others).toEqual([]);
    expect(finding?.rule).toBe('T-15');
    expect(finding?.en).toContain('還 → 还, 內 → 内');
  });

  test('of Chinese are listed with at least 150 simplified forms, and no character appears twice', () => {
    const characters = chineseForms.flatMap(({ traditional, simplified }) => [...traditional, simplified]);
    expect(chineseForms.length).toBeGreaterThanOrEqual(150);
    expect(new Set(characters).size).toBe(characters.length);
    expect(chineseForms.every(({ traditional, simplified }) => traditional.length > 0 && simplified !== '')).toBe(true);
  });

  test('of traditional Chinese are suggested in every form that a word may need', () => {
    const draft = bundledDraft();
    const hant = draft.words.get('zh-Hant');
    if (!hant) throw new Error('The bundled line has no traditional Chinese.');
    const words = { ...hant, prompts: { ...hant.prompts, goodbye: ['这是日历。'] } };
    expect(chineseScripts({ ...draft, words: new Map([['zh-Hant', words]]) }).map(({ en: told }) => told)).toEqual([
      expect.stringContaining('这 → 這, 历 → 歷 / 曆'),
    ]);
  });
});
