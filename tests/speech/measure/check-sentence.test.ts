import { describe, expect, test } from '#jest';
import { checkSentence } from '../../../src/speech/measure/check-sentence.ts';
import type { SentenceMeasure } from '../../../src/speech/measure/measure-sentence.ts';
import { measured, told } from './made-up.ts';

describe('One sentence', () => {
  test('has no finding when it sounds as it should', () => {
    expect(checkSentence(measured())).toEqual([]);
  });

  test.each<[Partial<SentenceMeasure>, string[]]>([
    [{ seconds: 7 }, []],
    [{ seconds: 7.1 }, ['T-01 warning']],
    [{ seconds: 9.1 }, ['T-01 error']],
    [{ seconds: 9.1, isSlowOnPurpose: true }, []],
    [{ seconds: 14.1, isSlowOnPurpose: true }, ['T-01 error']],
    [{ seconds: 8.6, speed: 'slow' }, []],
    [{ seconds: 9.1, speed: 'slow' }, ['T-01 warning']],
    [{ level: -23.1 }, ['A-01 warning']],
    [{ level: -20.9 }, ['A-01 warning']],
    [{ level: -28.1 }, ['A-01 error']],
    [{ level: Number.NEGATIVE_INFINITY }, ['A-01 error']],
    [{ peak: -3 }, []],
    [{ peak: -2.9 }, ['A-03 warning']],
    [{ peak: -0.9 }, ['A-03 error']],
    [{ isClipped: true }, ['A-03 error']],
    [{ innerSilence: 1.3 }, ['A-05 warning']],
    [{ innerSilence: 3.1 }, ['A-05 error']],
  ])('with %j', (changes, findings) => {
    expect(told(checkSentence(measured(changes)))).toEqual(findings);
  });

  test('is named in a finding by language, prompt and place', () => {
    const [finding] = checkSentence(measured({ seconds: 8, index: 2 }));
    expect(finding).toMatchObject({ language: 'en', prompt: 'more-follows', index: 2 });
    expect(finding?.en).toBe('This sentence takes 8.0 seconds (at most 7); split it into two sentences.');
    expect(finding?.ja).toContain('8.0秒');
  });
});
