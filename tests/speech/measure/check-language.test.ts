import { describe, expect, test } from '#jest';
import { checkPace, median } from '../../../src/speech/measure/check-pace.ts';
import { checkSpread } from '../../../src/speech/measure/check-spread.ts';
import { measured, told } from './made-up.ts';

/** Six seconds of one prompt. @param rate in words or morae a minute */
const at = (language: string, rate: number, prompt = 'again') =>
  measured({ language, prompt, seconds: 6, spokenSeconds: 6, predicted: 6, units: rate / 10 });

describe('The pace of a language', () => {
  test.each([
    ['ja', 340, []],
    ['ja', 250, ['A-06 warning']],
    ['ja', 400, ['A-06 warning']],
    ['ja', 460, ['A-06 error']],
    ['en', 140, []],
    ['en', 100, ['A-06 warning']],
    ['en', 190, ['A-06 error']],
  ])('in %s at %d units a minute', (language, rate, findings) => {
    expect(told(checkPace(language, [at(language, rate)]))).toEqual(findings);
  });

  test.each([
    ['ja', 250, '1分に250拍の速さです'],
    ['en', 100, '1分に100語の速さです'],
  ])('is reported in Japanese with a Japanese unit, for %s', (language, rate, words) => {
    expect(checkPace(language, [at(language, rate)])[0]?.ja).toContain(words);
  });

  test('should be four fifths of the normal pace in slow speech', () => {
    expect(told(checkPace('ja', [{ ...at('ja', 272), speed: 'slow' }]))).toEqual([]);
    expect(told(checkPace('ja', [{ ...at('ja', 340), speed: 'slow' }]))).toEqual(['A-06 warning']);
  });

  test('leaves out what is read slowly on purpose', () => {
    expect(checkPace('ja', [at('ja', 340), { ...at('ja', 60), isSlowOnPurpose: true }])).toEqual([]);
  });

  test('is compared with that of its other prompts if the language has no target', () => {
    const others = ['one', 'two', 'three'].map((prompt) => at('ko', 290, prompt));
    const findings = checkPace('ko', [...others, at('ko', 360, 'four')]);
    expect(findings.map(({ rule, prompt }) => `${rule} ${prompt}`)).toEqual(['A-06 four']);
  });

  test('shows a sentence that lost its words, or said them twice', () => {
    const usual = Array.from({ length: 5 }, () => measured({ seconds: 3.3, predicted: 3 }));
    const judge = (seconds: number) =>
      checkPace('en', [...usual, measured({ seconds, predicted: 3, prompt: 'odd' })])
        .filter(({ rule }) => rule === 'A-07')
        .map(({ level, prompt }) => `${level} ${prompt}`);
    expect(judge(4)).toEqual([]);
    expect(judge(1.6)).toEqual(['warning odd']);
    expect(judge(0.5)).toEqual(['error odd']);
    expect(judge(6.6)).toEqual(['error odd']);
  });

  test('is not predicted in a language without measurements', () => {
    expect(checkPace('th', [measured({ language: 'th', units: 0, predicted: null })])).toEqual([]);
  });
});

describe('The levels', () => {
  const levels = (...all: number[]) => all.map((level) => measured({ level }));

  test('should be close together within a language', () => {
    expect(told(checkSpread(new Map([['en', levels(-22, -21, -23)]])))).toEqual([]);
    expect(told(checkSpread(new Map([['en', levels(-22, -24.5)]])))).toEqual(['A-02 warning']);
    expect(told(checkSpread(new Map([['en', levels(-20, -25)]])))).toEqual(['A-02 error']);
  });

  test('should be close together across languages', () => {
    const findings = checkSpread(
      new Map([
        ['en', levels(-20)],
        ['ja', levels(-24)],
      ]),
    );
    expect(findings).toMatchObject([{ rule: 'A-02', level: 'warning', language: null }]);
  });

  test('of no sentences have no finding', () => {
    expect(checkSpread(new Map([['en', []]]))).toEqual([]);
  });
});

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 3, 2], 2.5],
  [[], Number.NaN],
])('The median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle);
});
