import { describe, expect, test } from '#jest';
import type { NotDialable } from '../../../src/call/dialable.ts';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { withSourceLines } from '../../../src/words/finding.ts';
import { fixtureDraft } from '../../support/draft-fixture.ts';
import { findingsOf, lineIn, placesOf, rulesFor } from './findings-of.ts';

describe('menu keys', () => {
  test('belong to one language each', () => {
    const [finding, ...others] = findingsOf(['line.yaml', 'key: "3"', 'key: "2"']);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'M-03', place: { file: 'line.yaml', line: 21 } });
    expect(finding?.en).toContain('"2" of "ja" belongs to "zh-Hans"');
  });

  test('belong to one topic each', () => {
    expect(placesOf(['line.yaml', 'key: "2"\n    parts', 'key: "1"\n    parts'])).toEqual(['error M-03 line.yaml:31']);
  });

  test('ascend from 1 without gaps, in the order of the menu', () => {
    expect(placesOf(['line.yaml', 'key: "3"', 'key: "4"'])).toEqual(['error M-03 line.yaml:21']);
    expect(
      placesOf(
        ['line.yaml', 'key: "1"\n    parts', 'key: "2"\n    parts'],
        ['line.yaml', 'key: "2"\n    parts: [place', 'key: "1"\n    parts: [place'],
      ),
    ).toEqual(['error M-03 line.yaml:28', 'error M-03 line.yaml:31']);
  });
});

describe('offered keys', () => {
  test.each([
    ['not at all', 'To go back, wait.', ['M-03']],
    ['twice', 'To go back, press {{key}}, {{key}}.', ['M-03']],
    ['as a digit', 'To go back, press 7.', ['M-03', 'N-04']],
    ['in words', 'To go back, press {{key}}. Or press seven.', ['M-03']],
  ])('are said exactly once: %s is an error', (_, sentence, rules) => {
    const found = findingsOf(['en.yaml', 'To go back, press {{key}}.', sentence]);
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  test.each([
    ['ja', '{七|なな}を {押|お}して ください。'],
    ['ja', 'さんを おして ください。'],
    ['zh-Hans', '请按七。'],
    ['zh-Hans', '请按五号键。'],
    ['en', 'Press the number two to begin.'],
  ])('are never written in words in %s: %s', (language, sentence) => {
    expect(rulesFor(language, sentence)).toEqual(['M-03']);
  });

  test.each([
    ['ja', 'ボタンの {奥|おく}を {押|お}して ください。'],
    ['zh-Hans', '请按一下按键。'],
    ['en', 'Press one key at a time.'],
  ])('are not confused with other words in %s: %s', (language, sentence) => {
    expect(rulesFor(language, sentence)).toEqual([]);
  });
});

describe('what line.yaml names', () => {
  test.each([
    ['the source language', ['line.yaml', 'sourceLanguage: ja', 'sourceLanguage: ko'], '"ko"'],
    ['an announcing language', ['line.yaml', 'announcers: [ja, en]', 'announcers: [ja, ko]'], '"ko"'],
    ['the default destination', ['line.yaml', 'defaultDestination: office', 'defaultDestination: shop'], '"shop"'],
    [
      'the destination of a language',
      ['line.yaml', '"{英語|えいご}"\n    destination: office', '"{英語|えいご}"\n    destination: shop'],
      '"shop"',
    ],
    ['the number of a destination', ['line.yaml', 'number: officeNumber', 'number: officeNumbers'], '"officeNumbers"'],
    [
      'hours of another type',
      ['line.yaml', 'hours: officeHours', 'hours: officeNumber'],
      'which is a telephone number',
    ],
    ['a closing day of another type', ['line.yaml', 'to: closedTo', 'to: firstDay'], 'which is a date'],
  ] as const)('must exist, and have the right type: %s', (_, change, words) => {
    const found = findingsOf(change).filter(({ rule }) => rule === 'M-12');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ level: 'error', place: { file: 'line.yaml' } });
    expect(found[0]?.en).toContain(words);
  });

  test('as a language of a destination has the same tag as in the line', () => {
    const found = (languages: string) =>
      findingsOf(['line.yaml', 'languages: [ja, en]', `languages: [ja, en, ${languages}]`])
        .filter(({ rule }) => rule === 'M-12')
        .map(({ level, place, ja, en }) => ({ level, line: lineIn(place), texts: [ja, en] }));
    expect(found('zh')).toEqual([
      {
        level: 'warning',
        line: 37,
        texts: [expect.stringContaining('「zh-Hans」のことなら'), expect.stringContaining('If "zh-Hans" is meant')],
      },
    ]);
    // No warning for a language without a variant in the line, nor for an unknown variant beside the line's own.
    expect([found('ko'), found('zh-Hans, zh-Hant')]).toEqual([[], []]);
  });

  test('has an id that nothing else of its kind has', () => {
    const found = findingsOf(
      ['line.yaml', '- id: place', '- id: days'],
      ['ja.yaml', 'topic.place.menu', 'topic.x'],
      ['en.yaml', 'topic.place.menu', 'topic.x'],
    );
    expect(found.filter(({ rule }) => rule === 'M-12').map(({ rule, place }) => `${rule} ${lineIn(place)}`)).toEqual([
      'M-12 30',
    ]);
  });
});

describe('dialled numbers', () => {
  const dialling = (number: string) => {
    const draft = fixtureDraft();
    const destinations = draft.line.destinations.map((each) => ({
      ...each,
      dials: [{ number, source: 'made up', triedOn: '2026-01-01' }],
    }));
    return withSourceLines(checkDraft({ ...draft, line: { ...draft.line, destinations } }), draft.sourceLineOf);
  };

  test.each([
    ['110', 'emergency', 'is an emergency number'],
    ['+81119', 'emergency', 'is an emergency number'],
    ['0300000000', 'not-e164', 'is not in international form'],
    ['+12125550000', 'not-japan', 'is not a telephone number in Japan'],
    ['+81990000000', 'premium', 'is a premium number'],
    ['+8112345', 'short', 'is too short'],
  ] satisfies [string, NotDialable, string][])('are refused with the reason: %s is %s', (number, _, reason) => {
    const found = dialling(number);
    expect(found.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['D-01 error']);
    expect(found[0]?.en).toContain(`"${number}" of destination "office" ${reason}`);
    expect(found[0]?.place).toEqual({ file: 'line.yaml', line: 39 });
  });

  test('are warned about while nobody has tried them', () => {
    expect(placesOf(['line.yaml', '        triedOn: "2026-01-01"\n', ''])).toEqual(['warning D-02 line.yaml:39']);
  });

  test('are warned about while the opening hours are not known', () => {
    const found = findingsOf(['line.yaml', '    hours: officeHours\n', '']);
    expect(found.filter(({ rule }) => rule === 'D-02').map(({ place }) => lineIn(place))).toEqual([34]);
  });
});
