import { describe, expect, test } from '#jest';
import { requiredPrompts, requiredPromptsIn } from '../../../src/words/prompt-ids.ts';
import { type Change, fixtureDraft } from '../../support/draft-fixture.ts';
import { findingsOf, placesOf } from './findings-of.ts';

describe('required prompts', () => {
  const { line } = fixtureDraft();

  test('are those of every line, of each topic and of each destination', () => {
    const required = requiredPrompts(line);
    expect(required).toEqual(expect.arrayContaining(['greeting', 'trouble', 'topic.days.menu', 'days.which']));
    expect(required.slice(-3)).toEqual([
      'destination.office.transfer',
      'destination.office.number',
      'destination.office.hours',
    ]);
    expect(new Set(required).size).toBe(required.length);
  });

  test('do not include hours if the destination has none', () => {
    const [office] = line.destinations;
    const without = { ...line, destinations: office ? [{ ...office, hours: undefined }] : [] };
    expect(requiredPrompts(without)).not.toContain('destination.office.hours');
  });

  test('include the whisper only in the source language', () => {
    expect(requiredPromptsIn(line, 'ja')).toContain('whisper');
    expect(requiredPromptsIn(line, 'en')).not.toContain('whisper');
  });

  test('are reported by name, at the file of the language, when they are missing', () => {
    const [finding, ...others] = findingsOf(['en.yaml', '  goodbye: ["Thank you for calling."]\n', '']);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'M-19', level: 'error', place: { file: 'en.yaml' } });
    expect(finding?.en).toContain('"goodbye"');
  });

  test('count as missing if they contain only spaces', () => {
    expect(placesOf(['en.yaml', '"Thank you for calling."', '" "'])).toEqual(['error M-19 en.yaml:21']);
  });

  test('of a topic are reported in line.yaml if no language has them', () => {
    const found = findingsOf(['line.yaml', 'parts: [place.where]', 'parts: [place.where, place.wher]']);
    expect(found.map(({ rule, place }) => `${rule} ${'file' in place && place.file}`)).toEqual(['M-12 line.yaml']);
    expect(found[0]?.en).toContain('"place.wher"');
  });

  test('do not include prompts that nothing uses, which get a warning', () => {
    expect(placesOf(['en.yaml', '  goodbye:', '  farewell: ["See you."]\n  goodbye:'])).toEqual([
      'warning M-20 en.yaml:21',
    ]);
    expect(placesOf(['en.yaml', '  goodbye:', '  whisper: ["A caller, {{language}}."]\n  goodbye:'])).toEqual([
      'warning M-20 en.yaml:21',
    ]);
  });
});

describe('placeholders', () => {
  test('of a translation are those of its source, each the same number of times', () => {
    expect(placesOf(['en.yaml', 'from {{closedFrom}} to {{closedTo}}', 'from {{closedFrom}}'])).toEqual([
      'error T-17 en.yaml:33',
    ]);
    expect(placesOf(['en.yaml', 'on {{firstDay}}.', 'on {{firstDay}}, yes, {{firstDay}}.'])).toEqual([
      'error T-17 en.yaml:26',
    ]);
  });

  test('may stand in another sentence of the same prompt', () => {
    expect(
      placesOf(
        ['en.yaml', 'This changes on {{firstDay}}.', 'This changes.'],
        ['en.yaml', 'Put your waste out in the morning.', 'The first morning is {{firstDay}}.'],
      ),
    ).toEqual([]);
  });

  test('are facts of the line, and a misspelt name is reported with the names that exist', () => {
    const found = findingsOf(['en.yaml', 'The number is {{officeNumber}}', 'The number is {{officenumber}}']);
    expect(found.map(({ rule }) => rule)).toEqual(['T-17', 'T-17']);
    expect(found.map(({ en }) => en).join()).toContain(
      '"officeNumber", "officeHours", "closedFrom", "closedTo", "firstDay"',
    );
  });

  test.each([
    ['{{key}} in a prompt that offers none', 'There is more, {{key}}.'],
    ['{{language}} outside the whisper', 'There is more, {{language}}.'],
    ['{{constructor}}, which every object has', 'There is more, {{constructor}}.'],
    ['a placeholder with a format', 'There is more, {{firstDay, uppercase}}.'],
  ])('cannot be %s', (_, sentence) => {
    expect(placesOf(['en.yaml', 'There is more.', sentence])).toEqual(['error T-17 en.yaml:13']);
  });

  test('name the caller’s language in the whisper', () => {
    expect(placesOf(['ja.yaml', '{{language}}の {人|ひと}', '{人|ひと}'])).toEqual(['error T-17 ja.yaml:34']);
  });

  test.each<[what: string, fact: string, changes: readonly Change[]]>([
    [
      'number',
      '{{officeNumber}}',
      [
        ['ja.yaml', '"{{officeNumber}}。", "もう{一度|いちど}、{{officeNumber}}。"', '"あとで"'],
        ['en.yaml', '"The number is {{officeNumber}}.", "Once more: {{officeNumber}}."', '"later"'],
        ['zh-Hans.yaml', '"{{officeNumber}}。", "再说一遍，{{officeNumber}}。"', '"以后"'],
      ],
    ],
    [
      'hours',
      '{{officeHours}}',
      [
        ['ja.yaml', '{{officeHours}}に {開|あ}いて', '{昼|ひる}に {開|あ}いて'],
        ['en.yaml', 'is open {{officeHours}}.', 'is open by day.'],
        ['zh-Hans.yaml', '服务时间是{{officeHours}}。', '白天服务。'],
      ],
    ],
  ])('must say the %s of a destination', (_what, fact, changes) => {
    const found = findingsOf(...changes);
    expect(found.map(({ rule, place }) => `${rule} ${'file' in place && place.file}`)).toEqual(['N-08 ja.yaml']);
    expect(found[0]?.en).toContain(fact);
  });
});
