import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { placesOf } from './findings-of.ts';

describe('options', () => {
  test.each([
    ['en', 'To go back, press {{key}}.', 'Press {{key}} to go back.', ['error M-02 en.yaml:9']],
    ['en', 'To go back, press {{key}}.', 'Please press {{key}}.', ['error M-02 en.yaml:9']],
    ['en', 'To go back, press {{key}}.', 'You can go back. To go back, press {{key}}. Thank you.', []],
    ['zh-Hans', '返回请按{{key}}。', '请按{{key}}返回。', ['error M-02 zh-Hans.yaml:9']],
    ['zh-Hans', '返回请按{{key}}。', '返回请按{{key}}号键。', []],
    ['ja', '{戻|もど}るときは {{key}}。', '{{key}}で {戻|もど}ります。', ['error M-02 ja.yaml:9']],
    ['ja', '{戻|もど}るときは {{key}}。', '{戻|もど}るときは {{key}}を {押|お}して ください。', []],
  ])('say first what they are for, in %s', (language, from, to, found) => {
    expect(placesOf([`${language}.yaml`, from, to])).toEqual(found);
  });
});

test.each([
  ['es', 'Por favor, marque {{key}}.'],
  ['es', 'Por favor marque la tecla {{key}}.'],
  ['pt', 'Por favor, tecle o número {{key}}.'],
  ['en', 'Please, press the key {{key}}.'],
])('an option says more than how to press, in %s: %s', (language, sentence) => {
  const { line, words } = bundledDraft();
  const written = words.get(language);
  const prompts = { ...written?.prompts, again: [sentence] };
  const changed = new Map(words).set(language, { reviewed: true, prompts });
  const found = checkDraft({ line, words: changed, reasons: [] }).filter(({ rule }) => rule === 'M-02');
  expect(found.map(({ place }) => place)).toEqual([{ language, prompt: 'again', sentence: 0 }]);
});

test.each([
  ['pt', 'Para ouvir outra vez, tecle {{key}}, por favor.'],
  ['es', 'Para escuchar otra vez, pulse {{key}}, por favor.'],
  ['en', 'To hear this again, press {{key}} now, please.'],
])('an option may end politely, in %s: %s', (language, sentence) => {
  const { line, words } = bundledDraft();
  const prompts = { ...words.get(language)?.prompts, again: [sentence] };
  const changed = new Map(words).set(language, { reviewed: true, prompts });
  expect(checkDraft({ line, words: changed, reasons: [] }).filter(({ rule }) => rule === 'M-02')).toEqual([]);
});

describe('transfers', () => {
  test('name every language that is spoken there, in the words of the prompt’s language', () => {
    expect(placesOf(['en.yaml', 'They speak Japanese and English.', 'They speak English well there.'])).toEqual([
      'error M-15 en.yaml:29',
    ]);
    expect(placesOf(['zh-Hans.yaml', '那里可以说日语和英语。', '那里可以说日文和英文。'])).toEqual([]);
  });

  test('ask the caller to wait', () => {
    expect(placesOf(['zh-Hans.yaml', '请等待。', '请听。'])).toEqual(['error M-15 zh-Hans.yaml:29']);
  });
});

describe('telephone numbers', () => {
  test('are said twice', () => {
    const found = placesOf(
      ['ja.yaml', ', "もう{一度|いちど}、{{officeNumber}}。"', ''],
      ['en.yaml', ', "Once more: {{officeNumber}}."', ''],
      ['zh-Hans.yaml', ', "再说一遍，{{officeNumber}}。"', ''],
    );
    expect(found).toEqual(['error N-03 ja.yaml:30']);
  });

  test('are announced', () => {
    expect(placesOf(['en.yaml', "I will say the office's number twice.", "Here is the office's number."])).toEqual([
      'warning N-03 en.yaml:30',
    ]);
  });
});

describe('explanations', () => {
  const days = (count: number) =>
    placesOf([
      'en.yaml',
      '    - "Put your waste out in the morning."',
      Array.from({ length: count }, () => '    - "Put it out."').join('\n'),
    ]).filter((found) => found.includes('T-05'));

  test.each([
    [5, []],
    [6, ['warning T-05 en.yaml:25']],
    [8, ['warning T-05 en.yaml:25']],
    [9, ['error T-05 en.yaml:25']],
  ])('have a limited number of sentences: one and %d more', (count, found) => {
    expect(days(count)).toEqual(found);
  });

  test('take about as long as their source', () => {
    const words = Array.from({ length: 12 }, (_, index) => `and the ${['bag', 'box', 'tin'][index % 3]}`).join(' ');
    expect(placesOf(['en.yaml', 'It is at the corner of the street.', `It is there ${words}.`])).toContain(
      'error T-19 en.yaml:28',
    );
  });
});
