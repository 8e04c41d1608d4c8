import { describe, expect, test } from '#jest';
import { mistakenTerms } from '../../../src/words/rules/term-uses.ts';
import { bundledDraft } from '../../support/bundled.ts';

const mistaken = (language: string, source: string, translated: string) =>
  mistakenTerms([source], [translated], { sourceLanguage: 'ja', language }).map(({ words, term }) => [words, term]);

const [card, notification] = ['個人番号カード', '通知カード'];

describe('Words of a term that the source does not have', () => {
  test.each([
    ['en', 'My Number is on your Individual Number Card.', [['Individual Number Card', card]]],
    ['en', 'Your Individual Number is on the notification card.', [['Notification Card', notification]]],
    ['es', 'El número personal está en la tarjeta de número personal.', [['tarjeta de número personal', card]]],
    ['ko', '마이넘버는 통지 카드에 있습니다.', [['통지카드', notification]]],
  ])('are found, even beside the right words (%s)', (language, translated, expected) => {
    expect(mistaken(language, '{{firstDay}}、マイナンバーです。', translated)).toEqual(expected);
    expect(mistaken(language, 'カードです。', translated)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    ['en', 'Your Individual Number Card, also called My Number Card.'],
    ['es', 'Su tarjeta de número personal.'],
    ['zh-Hans', '您的个人编号卡。'],
  ])('are not found inside the right words (%s)', (language, translated) => {
    expect(mistaken(language, '{個人番号|こじんばんごう}カードです。', translated)).toEqual([]);
  });

  test('are not looked for where the glossary has no words, or words with ordinary meanings', () => {
    expect(mistaken('vi', 'マイナンバーです。', 'Individual Number Card')).toEqual([]);
    expect(mistaken('en', 'マイナンバーです。', 'Send the application for My Number to your municipality.')).toEqual(
      [],
    );
    expect(mistakenTerms(['x'], ['My Number'], { sourceLanguage: 'en', language: 'en' })).toEqual([]);
  });

  test('do not occur in the bundled prompts', () => {
    const { line, words } = bundledDraft();
    const source = words.get(line.sourceLanguage)?.prompts ?? {};
    const marked = [...words].flatMap(([language, { prompts }]) =>
      Object.entries(prompts).flatMap(([prompt, translated]) =>
        mistakenTerms(source[prompt] ?? [], translated, { sourceLanguage: line.sourceLanguage, language }).map(
          (each) => [...[language, prompt], each],
        ),
      ),
    );
    expect(marked).toEqual([]);
  });
});
