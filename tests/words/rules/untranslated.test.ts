import { describe, expect, test } from '#jest';
import { findingsOf, rulesFor } from './findings-of.ts';

const zh = (sentence: string) => rulesFor('zh-Hans', sentence);

describe('translations', () => {
  test('are not copies of the source or of another language', () => {
    expect(zh('There is more.')).toEqual(['T-15', 'T-16']);
    expect(findingsOf(['zh-Hans.yaml', '后面还有内容。', 'There is more.'])[1]?.en).toContain(
      'the same sentence as in "en"',
    );
    expect(
      findingsOf(
        ['ja.yaml', '{続|つづ}きが あります。', '{続|つづ}き'],
        ['zh-Hans.yaml', '后面还有内容。', '続き'],
      ).map(({ rule }) => rule),
    ).toContain('T-16');
  });

  test('may equal the source if there is nothing to translate', () => {
    expect(
      findingsOf(
        ['ja.yaml', '{続|つづ}きが あります。', 'My Number。'],
        ['zh-Hans.yaml', '后面还有内容。', 'My Number。'],
      ),
    ).toEqual([]);
  });
});
