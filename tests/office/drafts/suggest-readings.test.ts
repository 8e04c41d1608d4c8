import { describe, expect, test } from '#jest';
import { suggestReadings } from '../../../src/office/drafts/suggest-readings.ts';

const texts = [
  ['notice', ['{日本語|にほんご}の {本|ほん}です。', '{日本|にほん}と {市町村|しちょうそん}。']],
  [
    'office',
    ['{言|い}います。', '{言|い}って ください。', '{言|こと}の{葉|は}。', '{市|し}の {人|ひと}。', '{市|いち}。'],
  ],
] as const;
const suggested = (...sentences: string[]) => suggestReadings(sentences, texts).map(({ suggestion }) => suggestion);

describe('Suggested readings', () => {
  test('take the longest word that has a reading in another text, and name that text', () => {
    expect(suggestReadings(['日本語を 日本で。'], texts)).toEqual([
      { written: '日本語', suggestion: '{日本語|にほんご}', from: ['notice'] },
      { written: '日本', suggestion: '{日本|にほん}', from: ['notice'] },
    ]);
  });

  test('are put together from whole words with readings if a run of kanji consists of several', () => {
    expect(suggested('日本市町村。')).toEqual(['{日本|にほん}{市町村|しちょうそん}']);
    // No text has a reading for 役場. The reading of 本 alone is not offered for 本人, where it is another one.
    expect(suggested('日本市町村役場。', '本人。', '市人。')).toEqual([]);
  });

  test('prefer a reading that stands before the same next character to the most frequent one', () => {
    expect(suggested('言います。')).toEqual(['{言|い}']);
    expect(suggested('言の葉。')[0]).toBe('{言|こと}');
  });

  test('leave out words that have a reading, placeholders, and unknown words', () => {
    expect(suggested('{日本|にっぽん}と {{日本}}と 役場。')).toEqual([]);
  });

  test('are made once for each run of kanji, however often it occurs', () => {
    expect(suggested('日本。', '日本。')).toHaveLength(1);
  });
});
