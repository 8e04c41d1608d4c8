import { describe, expect, test } from '#jest';
import { checkDraft } from '../../../src/words/check-draft.ts';
import { readDraft } from '../../../src/words/draft.ts';
import { bundledDraft } from '../../support/bundled.ts';
import { fixtureFiles } from '../../support/draft-fixture.ts';
import { findingsOf, rulesFor } from './findings-of.ts';

const draft = bundledDraft();

/**
 * Checks one sentence as the only words of a bundled language. Findings of M-19, about missing prompts, are left out.
 * @returns the rules that find an error in it, and N-10 if this rule finds something
 */
function inBundled(language: string, sentence: string): string[] {
  const written = draft.words.get(language);
  if (!written) throw new RangeError(`No "${language}".`);
  const words = new Map([[language, { ...written, prompts: { goodbye: [sentence] } }]]);
  return checkDraft({ ...draft, words, reasons: [] })
    .filter(
      ({ place, level, rule }) => 'language' in place && (level === 'error' || rule === 'N-10') && rule !== 'M-19',
    )
    .map(({ rule }) => rule);
}

describe('Rules look at the characters as they were written', () => {
  test.each([
    ['en', 'Chapter Ⅳ is long.', 'N-04'],
    ['en', 'Chapter ⅳ is long.', 'N-04'],
    ['en', 'It takes ½ of it.', 'N-04'],
    ['zh-Hans', '第Ⅳ章。', 'N-04'],
    ['en', 'The ﬁrst one.', 'T-10'],
    ['en', 'Ask Ａnna.', 'T-10'],
    ['ja', '㈱です。', 'T-08'],
    ['ja', '㍻です。', 'T-08'],
  ])('%s: %s', (language, sentence, rule) => expect(rulesFor(language, sentence)).toContain(rule));
});

describe('Abbreviations with dots', () => {
  test.each([
    'See No. five.',
    'On Main St. today.',
    'Ask, e.g. the office.',
    'From the U.S. today.',
    'Ask Mr. Tanaka.',
    'It takes approx. two hours.',
    'From Dec. to spring.',
  ])('are found in English: %s', (sentence) => expect(rulesFor('en', sentence)).toEqual(['T-06']));

  test.each(['The answer is no.', 'Say no. Then wait.', 'You can go back. {{officeNumber}}.', 'It is open. Welcome.'])(
    'and are not confused with the end of a sentence: %s',
    (sentence) => expect(rulesFor('en', sentence)).not.toContain('T-06'),
  );

  test.each([
    ['es', 'Pregunte al Sr. Tanaka.'],
    ['es', 'Está en la Av. Central.'],
    ['es', 'Es el nº uno.'],
    ['es', 'Es el n.º uno.'],
    ['es', 'Viene de EE. UU. hoy.'],
    ['es', 'Pregunte, p. ej., hoy.'],
    ['pt', 'Fale com a Dra. Tanaka.'],
    ['pt', 'Fica na Av. Central.'],
    ['pt', 'É o nº um.'],
  ])('are found in %s: %s', (language, sentence) => expect(inBundled(language, sentence)).toContain('T-06'));

  test('and well-known ones such as "ID" are accepted in every variant of a language', () => {
    const files = fixtureFiles(
      ['line.yaml', 'tag: en\n', 'tag: en-GB\n'],
      ['line.yaml', '[ja, en]\ndefault', '[ja, en-GB]\ndefault'],
      ['line.yaml', 'languages: [ja, en]', 'languages: [ja, en-GB]'],
      ['en.yaml', 'language: en\n', 'language: en-GB\n'],
      ['en.yaml', 'There is more.', 'Have your ID and PIN with you.'],
    );
    const british = files.map((file) => (file.name === 'en.yaml' ? { ...file, name: 'en-GB.yaml' } : file));
    expect(checkDraft(readDraft(british)).map(({ rule }) => rule)).not.toContain('T-06');
  });

  test('are reported with the words to use instead', () => {
    const [finding] = findingsOf(['en.yaml', 'There is more.', 'It is on Main St. today.']);
    expect(finding?.en).toBe(
      '"St." is an abbreviation, at whose dot a voice may stop; write it in full (for example "Street, Saint").',
    );
    expect(finding?.ja).toContain('「St.」は略語です。');
  });
});

describe('Numbers and dates in words', () => {
  test.each([
    ['en', 'Call zero five seven zero.'],
    ['en', 'Call oh-five-seven-oh.'],
    ['en', 'It began on December fifth.'],
    ['en', 'It began on the fifth of December.'],
    ['en', 'It began in twenty fifteen.'],
    ['es', 'Llame al cero cinco siete cero.'],
    ['es', 'Desde el cinco de diciembre.'],
    ['pt', 'Ligue para zero cinco sete zero.'],
    ['pt', 'Desde o dia cinco de dezembro.'],
    ['zh-Hans', '请拨打零五七零。'],
    ['zh-Hans', '十二月五日开始。'],
    ['zh-Hant', '二〇一五年開始。'],
    ['ko', '공오칠공으로 전화하십시오.'],
    ['ko', '십이월 오일부터입니다.'],
    ['ko', '이천십오년부터입니다.'],
    ['ja', '{〇五七〇|ゼロごおななゼロ}です。'],
    ['ja', 'ゼロ ご なな ゼロです。'],
    ['ja', '{十二月五日|じゅうにがついつか}です。'],
    ['ja', 'じゅうにがつ いつかです。'],
  ])('are warned about in %s: %s', (language, sentence) => expect(inBundled(language, sentence)).toContain('N-10'));

  test.each([
    ['en', 'It is one, two, three.'],
    ['en', 'The first may be late.'],
    ['en', 'You may go in March.'],
    ['zh-Hans', '一共有三十五个。'],
    ['ko', '사이사이에 있습니다.'],
    ['ja', 'いちばん さいごです。'],
    ['ja', '{一度|いちど}です。'],
  ])('are not confused with other words in %s: %s', (language, sentence) =>
    expect(inBundled(language, sentence)).not.toContain('N-10'),
  );
});

describe('Every language has limits for the length of a sentence', () => {
  const levels = (tag: string, sentence: string) => {
    const words = new Map([[tag, { reviewed: true, prompts: { goodbye: [sentence] } }]]);
    return checkDraft({ ...draft, words })
      .filter(({ rule }) => rule === 'T-02')
      .map(({ level }) => level);
  };

  test.each([
    ['th', 'ก', 100, 130],
    ['uk', 'я', 100, 130],
    ['xx', 'a', 100, 130],
    ['yue', '好', 32, 42],
    ['vi', 'đi ', 32, 42],
  ])('a lower one for warnings and a higher one for errors: %s', (tag, letter, warning, error) => {
    expect([warning, warning + 1, error, error + 1].map((count) => levels(tag, letter.repeat(count)))).toEqual([
      [],
      ['warning'],
      ['warning'],
      ['error'],
    ]);
  });
});
