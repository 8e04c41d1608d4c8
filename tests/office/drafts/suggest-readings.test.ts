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
  test('take the longest word that another text reads, and say where', () => {
    expect(suggestReadings(['日本語を 日本で。'], texts)).toEqual([
      { written: '日本語', suggestion: '{日本語|にほんご}', from: ['notice'] },
      { written: '日本', suggestion: '{日本|にほん}', from: ['notice'] },
    ]);
  });

  test('are put together for a run of kanji, of whole words that have been read', () => {
    expect(suggested('日本市町村。')).toEqual(['{日本|にほん}{市町村|しちょうそん}']);
    // Nobody has read 役場, and 本 alone is read in another way than in 本人.
    expect(suggested('日本市町村役場。', '本人。', '市人。')).toEqual([]);
  });

  test('look at the character that follows before they count', () => {
    expect(suggested('言います。')).toEqual(['{言|い}']);
    expect(suggested('言の葉。')[0]).toBe('{言|こと}');
  });

  test('leave alone what has a reading or is a place, and what nobody knows', () => {
    expect(suggested('{日本|にっぽん}と {{日本}}と 役場。')).toEqual([]);
  });

  test('are made once for each run', () => {
    expect(suggested('日本。', '日本。')).toHaveLength(1);
  });
});
