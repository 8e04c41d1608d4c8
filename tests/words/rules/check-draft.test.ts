import { describe, expect, test } from '#jest';
import { findingsOf, placesOf } from './findings-of.ts';

describe('the lint as a whole', () => {
  test('finds nothing in words without faults', () => {
    expect(findingsOf()).toEqual([]);
  });

  test('finds all faults at once, and orders them by file and line', () => {
    const found = placesOf(
      ['line.yaml', 'key: "2"\n    name: 普通话', 'key: "5"\n    name: 普通话'],
      ['en.yaml', 'There is more.', 'There is 1 more.'],
      ['en.yaml', 'This is the waste line.', 'This is the waste line (new).'],
    );
    expect(found).toEqual(['error T-08 en.yaml:4', 'error N-04 en.yaml:13', 'error M-03 line.yaml:15']);
  });

  test('says in both languages what is wrong, what to do, and which words are meant', () => {
    const [finding] = findingsOf(['en.yaml', 'There is more.', 'There is more at www.example.jp.']);
    expect(finding).toMatchObject({ rule: 'T-09', level: 'error', place: { file: 'en.yaml', line: 13 } });
    expect(finding?.en).toBe(
      '"www.example.jp" cannot be written down by ear; say a name instead, for example "the prefecture\'s web site".',
    );
    expect(finding?.ja).toContain('「www.example.jp」は耳で聞いても書き取れません。');
  });

  test('reports the line of the sentence itself', () => {
    expect(placesOf(['en.yaml', 'Put your waste out in the morning.', 'Put it out 5 minutes early.'])).toEqual([
      'error N-04 en.yaml:27',
    ]);
  });
});
