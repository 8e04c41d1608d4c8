import fc from 'fast-check';
import { describe, expect, test } from '#jest';
import { type ComparedSentence, compareAll, compareTexts } from '../../../src/office/drafts/compare-texts.ts';
import { textLimits } from '../../../src/office/drafts/tidy-sentences.ts';

const written = (compared: readonly ComparedSentence[]): string[] =>
  compared.map((sentence) =>
    sentence.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind]).join(''),
  );
const side = (compared: readonly ComparedSentence[], kind: 'removed' | 'added'): string[] =>
  compared
    .map((sentence) => sentence.filter((each) => each.kind === 'same' || each.kind === kind))
    .filter((stretches) => stretches.length > 0)
    .map((stretches) => stretches.map(({ text }) => text).join(''));

const pieces = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('A comparison of short sentences contains both versions whole, and finds as much in common as possible', () => {
  fc.assert(
    fc.property(pieces, pieces, (before, after) => {
      const compared = compareTexts('en', before, after);
      expect(side(compared, 'removed')).toEqual(before);
      expect(side(compared, 'added')).toEqual(after);
      const common = (one: readonly string[], other: readonly string[]): number => {
        if (one.length === 0 || other.length === 0) return 0;
        if (one[0] === other[0]) return 1 + common(one.slice(1), other.slice(1));
        return Math.max(common(one.slice(1), other), common(one, other.slice(1)));
      };
      if (before.length + after.length < 14) {
        expect(compared.flat().filter(({ kind }) => kind === 'same')).toHaveLength(common(before, after));
      }
    }),
  );
});

const words = fc.array(fc.constantFrom('ごみ', '{朝|あさ}', '{{firstDay}}', 'から', 'です。', ' ', 'x'), {
  minLength: 1,
  maxLength: 8,
});
const texts = fc.array(
  words.map((each) => each.join('')).filter((text) => text.trim() !== ''),
  { maxLength: 6 },
);

test('A comparison of texts contains both versions whole', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const compared = compareTexts('ja', before, after);
      expect(side(compared, 'removed')).toEqual(before);
      expect(side(compared, 'added')).toEqual(after);
    }),
  );
});

describe('A comparison', () => {
  test('shows changed words inside a sentence, and whole sentences where nothing is alike', () => {
    expect(
      written(compareTexts('en', ['Put it out in the morning.', 'Thank you.'], ['Put it out at noon.', 'Wait here.'])),
    ).toEqual(['Put it out [-in the morning-][+at noon+].', '[-Thank you.-]', '[+Wait here.+]']);
  });

  test('divides Japanese into words, and keeps kanji together with their reading', () => {
    expect(
      written(compareTexts('ja', ['ごみは {朝|あさ} {出|だ}します。'], ['ごみは {夜|よる} {出|だ}します。'])),
    ).toEqual(['ごみは [-{朝|あさ}-][+{夜|よる}+] {出|だ}します。']);
  });

  test('shows a corrected reading and another fact', () => {
    expect(
      written(
        compareTexts(
          'ja',
          ['{行|い}く {{one}}まで お{待|ま}ちください。'],
          ['{行|おこな}う {{two}}まで お{待|ま}ちください。'],
        ),
      ),
    ).toEqual(['[-{行|い}く {{one}}-][+{行|おこな}う {{two}}+]まで お{待|ま}ちください。']);
  });

  test('of equal texts shows no change', () => {
    expect(
      compareTexts('en', ['One.', 'Two.'], ['One.', 'Two.'])
        .flat()
        .every(({ kind }) => kind === 'same'),
    ).toBe(true);
  });
});

describe('A comparison of very long texts', () => {
  const many = (count: number, sentence: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => sentence(i));
  const none: string[] = [];
  test.each([
    ['thousands of sentences', many(5000, (i) => `a${i}.`), many(5000, (i) => `b${i}.`)],
    ['one sentence, and thousands', ['a.'], many(50_000, (i) => `b${i}.`)],
    [
      'very long sentences',
      many(30, (i) => `a${i} ${'x y '.repeat(20_000)}`),
      many(30, (i) => `b${i} ${'z y '.repeat(20_000)}`),
    ],
    [
      'many sentences of single letters',
      many(60, (i) => `${i}${' a'.repeat(490)}`),
      many(60, (i) => `${i}${' b'.repeat(490)}`),
    ],
    ['a sentence that is gone', many(50_000, (i) => `a${i}.`), none],
  ])('shows whole sentences, and does not take long: %s', (_what, before, after) => {
    // A comparison of every pair of words would take hours.
    const compared = compareTexts('en', before, after);
    expect(side(compared, 'removed')).toEqual(before);
    expect(side(compared, 'added')).toEqual(after);
  });

  test('still shows single words in the longest texts that may be saved', () => {
    const { characters, sentences } = textLimits;
    const text = (word: string) =>
      many(sentences, (i) => `${i} ${'word '.repeat(200)}`.slice(0, characters - word.length - 1) + word);
    const compared = compareTexts('en', text('one.'), text('two.'));
    expect(compared).toHaveLength(sentences);
    expect(compared.every((sentence) => sentence.some(({ kind }) => kind === 'same'))).toBe(true);
  });
});

test('Calls are answered between one comparison and the next', async () => {
  const order: string[] = [];
  const turn = () => setImmediate(() => order.push('call') < 20 && turn());
  turn();
  const versions = {
    language: 'en',
    get before() {
      order.push('text');
      return ['One.'];
    },
    after: ['Two.'],
  };
  expect(await compareAll([versions, versions, versions])).toHaveLength(3);
  expect(order.join(' ')).toMatch(/text.*call.*text.*call.*text/);
});
