import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import type { Draft } from '../../../src/words/draft.ts';
import { bundledDraft } from '../../support/bundled.ts';

const bundled = bundledDraft();

type Change = (sentences: readonly string[]) => readonly string[];

/** The bundled prompts with one of them rewritten in one language. */
function rewritten(language: string, prompt: string, change: Change): Draft {
  const written = bundled.words.get(language);
  if (!written) throw new RangeError(`The bundled prompts have no "${language}".`);
  const prompts = { ...written.prompts, [prompt]: change(written.prompts[prompt] ?? []) };
  return { ...bundled, words: new Map(bundled.words).set(language, { ...written, prompts }) };
}

const errorsIn = (draft: Draft): string[] =>
  checkDraft(draft)
    .filter(({ level }) => level === 'error')
    .map(({ rule, place }) => `${rule} ${'language' in place ? place.language : 'line'}.yaml`);

/** Faults that the prompts had until November 2026, and similar ones. */
const wrong: readonly (readonly [rule: string, what: string, language: string, prompt: string, change: Change])[] = [
  [
    'S-01',
    'callers are told to hang up before all numbers',
    'ko',
    'disaster-safety',
    ([danger = '', fire = '', police = '', hang = '']) => [danger, hang, fire, police],
  ],
  [
    'S-01',
    'callers are told to hang up before one of the numbers',
    'es',
    'emergency',
    ([fire = '', police = '', hang = '']) => [fire, hang, police],
  ],
  [
    'S-01',
    'everything is in one sentence',
    'en',
    'emergency',
    ([fire = '', police = '']) => [fire, police.replace('call', 'hang up and call')],
  ],
  [
    'S-02',
    'two numbers are in one sentence',
    'en',
    'emergency',
    (all) => ['For a fire, an accident or a crime, call {{fireAndAmbulance}} or {{police}}.', ...all.slice(2)],
  ],
  [
    'S-02',
    'a Chinese sentence does not say what its number is for',
    'zh-Hans',
    'emergency',
    (all) => all.with(1, '然后拨打{{police}}。'),
  ],
  [
    'S-02',
    'a Korean sentence does not say what its number is for',
    'ko',
    'emergency',
    (all) => all.with(1, '그리고 {{police}}번에 전화하세요.'),
  ],
  [
    'S-02',
    'a Japanese sentence does not say what its number is for',
    'ja',
    'emergency',
    (all) => all.with(1, 'そして、{{police}}に {電話|でんわ}して ください。'),
  ],
  [
    'S-02',
    'a prompt does not say whose number callers should write down',
    'pt',
    'destination.division.number',
    (all) => all.with(0, 'Vou dizer o número duas vezes.'),
  ],
  [
    'S-03',
    'a place sounds like the place of the disaster',
    'ja',
    'disaster-place.aso',
    () => ['{場所|ばしょ}は、{阿蘇|あそ}{地方|ちほう}です。'],
  ],
  ['S-03', 'the same in English', 'en', 'disaster-place.aso', () => ['The area is the Aso region.']],
  [
    'S-03',
    'a second place sounds like a correction of the first',
    'en',
    'disaster-place-also.aso',
    () => ['This is for the Aso region.'],
  ],
];

describe('Words for people in danger', () => {
  test('are right in the bundled prompts', () => {
    expect(errorsIn(bundled)).toEqual([]);
  });

  test.each(wrong)(
    'are refused by %s, and by no other rule except T-17 and W-02, when %s',
    (rule, _, language, prompt, change) => {
      const found = errorsIn(rewritten(language, prompt, change)).filter((each) => !/^(?:T-17|W-02) /.test(each));
      expect(new Set(found)).toEqual(new Set([`${rule} ${language}.yaml`]));
    },
  );

  test('need no short numbers on a line that has none', () => {
    const { facts } = bundled.line;
    const long = Object.entries(facts).filter(([, { value }]) => String(value).includes('-'));
    const line = { ...bundled.line, facts: Object.fromEntries(long) };
    const words = new Map(
      [...bundled.words].map(([tag, each]) => [
        tag,
        { ...each, prompts: { ...each.prompts, emergency: ['Hang up.'], 'disaster-safety': ['Hang up.'] } },
      ]),
    );
    expect(errorsIn({ ...bundled, line, words }).filter((each) => each.startsWith('S-'))).toEqual([]);
  });
});
