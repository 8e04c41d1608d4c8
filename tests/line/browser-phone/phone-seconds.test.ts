import { describe, expect, test } from '#jest';
import { secondsToHear, sentencesBegun, targets } from '../../../src/line/browser-phone/page/seconds.js';

const menu = (language: string, at: number) => ({ language, isInformation: false, at });
const information = (language: string, at: number) => ({ language, isInformation: true, at });

describe('The seconds until something is heard', () => {
  test('end at the first sentence in the caller’s language, and at the first one that gives information', () => {
    const heard = [menu('ja', 0.3), menu('en', 2), menu('ko', 9.1), menu('ko', 12), information('ko', 30.5)];
    expect(secondsToHear(heard, 'ko')).toEqual({ ownLanguage: 9.1, information: 30.5 });
  });

  test('do not depend on the order of the sentences, and do not grow when something is heard again', () => {
    const heard = [information('ko', 60), menu('ko', 50), information('ko', 30.5), menu('ko', 9.1)];
    expect(secondsToHear(heard, 'ko')).toEqual({ ownLanguage: 9.1, information: 30.5 });
  });

  test('are null if nothing or only another language was heard, and if no language is chosen', () => {
    expect(secondsToHear([], 'ko')).toEqual({ ownLanguage: null, information: null });
    expect(secondsToHear([information('en', 3)], 'ko')).toEqual({ ownLanguage: null, information: null });
    expect(secondsToHear([information('en', 3)], null)).toEqual({ ownLanguage: null, information: null });
  });

  test('count information also as the own language, if it comes first', () => {
    expect(secondsToHear([information('pt', 4)], 'pt')).toEqual({ ownLanguage: 4, information: 4 });
  });

  test('have targets of 22 and 45 seconds', () => {
    expect(targets).toEqual({ ownLanguage: 22, information: 45 });
  });
});

describe('The sentences that began', () => {
  const starts = [0.25, 2, 5];

  test('are none before the silence at the beginning is over, and then one after the other', () => {
    expect(sentencesBegun(starts, -1, 0.2)).toEqual([]);
    expect(sentencesBegun(starts, -1, 0.25)).toEqual([{ index: 0, ago: 0 }]);
    expect(sentencesBegun(starts, 0, 1.9)).toEqual([]);
    expect(sentencesBegun(starts, 0, 2.5)).toEqual([{ index: 1, ago: 0.5 }]);
  });

  test('are several if the position was checked late', () => {
    expect(sentencesBegun(starts, 0, 5.5)).toEqual([
      { index: 1, ago: 3.5 },
      { index: 2, ago: 0.5 },
    ]);
  });

  test('are none in a sound without cue points', () => expect(sentencesBegun([], -1, 9)).toEqual([]));
});
