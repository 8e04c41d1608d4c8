import { describe, expect, test } from '#jest';
import { requiredPromptsIn } from '../../src/words/prompt-ids.ts';
import { parseSentence, placeholdersIn } from '../../src/words/sentence-template.ts';
import { bundledDraft } from '../support/bundled.ts';
import { linesOwnWords } from './own-words.ts';
import { sourcePage } from './source-page.ts';
import { sourceWords, wordLanguages } from './source-words.ts';

const { line, words } = bundledDraft();
const languages = line.languages.map(({ tag }) => tag);
const topicParts = line.topics.flatMap(({ parts }) => parts);
const carried = sourcePage.flatMap((entry) => ('carriedBy' in entry ? [entry] : []));
/** Matches the `source` of every fact that comes from the page. */
const page = /^熊本県ホームページ 12607/;
const factsOfPage = new Set(sourcePage.flatMap(({ text }) => placeholdersIn(text)));

const promptOf = (reference: string): string => reference.replace(/#\d+$/, '');

const sentencesOf = (language: string, prompt: string): readonly string[] => words.get(language)?.prompts[prompt] ?? [];

/** The sentences of a reference in one language: `card.use#3` means the third sentence, and `card.use` means all. */
function sentencesAt(language: string, reference: string): readonly string[] {
  const all = sentencesOf(language, promptOf(reference));
  const number = /#(\d+)$/.exec(reference)?.[1];
  return number === undefined ? all : all.slice(Number(number) - 1, Number(number));
}

/** The references to the single sentences of a prompt: `card.use#1`, `card.use#2` … */
const referencesTo = (language: string, prompt: string): string[] =>
  sentencesOf(language, prompt).map((_, index) => `${prompt}#${index + 1}`);

/** A sentence as it is displayed, except that placeholders appear with their names. */
const shown = (sentence: string): string =>
  parseSentence(sentence)
    .map((part) => (part.kind === 'placeholder' ? `{{${part.name}}}` : part.text))
    .join('');
const bare = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase();

/**
 * What the page does not say, although people may know it about these cards. Each pattern covers every language of the
 * line.
 */
const unsaidByThePage: Readonly<Record<string, RegExp>> = {
  charges: /\bfree\b|無料|むりょう|免费|免費|무료|gratis|gratuit|grátis/iu,
  photographs: /photo|写真|しゃしん|照片|相片|사진|\bfotos?\b|fotografía|fotografia/iu,
  'secret numbers': /\bpin\b|password|暗証番号|パスワード|密码|密碼|비밀번호|contraseña|\bsenha/iu,
  'registered mail': /registered mail|書留|かきとめ|挂号|掛號|등기|correo certificado|carta registrada/iu,
  deadlines: /deadline|締め切り|しめきり|期限|截止|마감|기한|plazo|\bprazo/iu,
  'the count of digits': /twelve|digits|十二|けた|桁|位数|位數|자리|\bdoce\b|dígito|\bdoze\b/iu,
  'having no card': /voluntary|optional|任意|自愿|自願|자유롭게|voluntari|opcional/iu,
  'applying without paper': /smartphone|スマートフォン|スマホ|パソコン|手机|手機|스마트폰|móvil|celular/iu,
};

describe('what the source page says', () => {
  test('is checked in every language of the line', () => {
    expect([...languages].sort()).toEqual([...wordLanguages].sort());
  });

  test.each(sourcePage)('is said, or is left out for a reason: $text', (entry) => {
    expect('carriedBy' in entry !== 'leftOut' in entry).toBe(true);
    expect('carriedBy' in entry ? entry.carriedBy : entry.leftOut).not.toHaveLength(0);
  });

  test.each(carried)('is said in every language: $text', ({ carriedBy }) => {
    const silent = carriedBy.flatMap((reference) =>
      languages.filter((tag) => sentencesAt(tag, reference).length === 0).map((tag) => `${tag} ${reference}`),
    );
    expect(silent).toEqual([]);
  });

  test.each(carried)('is said with the expected word in each of its prompts: $text', ({ claims }) => {
    const silent = claims.flatMap(({ reference, word }) =>
      wordLanguages.flatMap((tag, index) => {
        const wanted = sourceWords[word][index] ?? '';
        const said = bare(sentencesAt(tag, reference).map(shown).join(' '));
        return wanted.split('|').some((each) => said.includes(bare(each))) ? [] : [`${tag} ${reference}: ${wanted}`];
      }),
    );
    expect(silent).toEqual([]);
  });

  test.each(carried.filter(({ text }) => placeholdersIn(text).length > 0))(
    'has its number or date in every prompt that says it: $text',
    ({ text, carriedBy }) => {
      for (const tag of languages) {
        for (const prompt of new Set(carriedBy.map(promptOf))) {
          const named = carriedBy.filter((reference) => promptOf(reference) === prompt);
          const places = named.flatMap((reference) => sentencesAt(tag, reference).flatMap(placeholdersIn));
          expect({ tag, prompt, places }).toMatchObject({ places: expect.arrayContaining(placeholdersIn(text)) });
        }
      }
    },
  );
});

describe('what the line says', () => {
  test.each(topicParts)('comes at least partly from the page: %s', (prompt) => {
    expect(carried.some(({ carriedBy }) => carriedBy.map(promptOf).includes(prompt))).toBe(true);
  });

  test.each(languages)('comes from the page or is the line’s own for a reason, sentence by sentence, in %s', (tag) => {
    const known = new Set([...carried.flatMap(({ carriedBy }) => carriedBy), ...Object.keys(linesOwnWords)]);
    const unknown = requiredPromptsIn(line, tag)
      .filter((prompt) => !known.has(prompt))
      .flatMap((prompt) => referencesTo(tag, prompt))
      .filter((reference) => !known.has(reference));
    expect(unknown).toEqual([]);
  });

  test('is listed sentence by sentence, not as whole prompts, in the parts of topics', () => {
    const named = [...carried.flatMap(({ carriedBy }) => carriedBy), ...Object.keys(linesOwnWords)];
    expect(topicParts.filter((prompt) => named.includes(prompt))).toEqual([]);
  });

  test.each(languages)('has no reason for sentences that no longer exist in %s', (tag) => {
    // The whisper, which callers do not hear, is needed only in the source language.
    const needed = new Set(requiredPromptsIn(line, tag));
    const sought = Object.keys(linesOwnWords).filter(
      (each) => tag === line.sourceLanguage || needed.has(promptOf(each)),
    );
    expect(sought.length).toBeGreaterThanOrEqual(Object.keys(linesOwnWords).length - 1);
    expect(sought.filter((each) => sentencesAt(tag, each).length === 0)).toEqual([]);
  });

  test.each(Object.entries(unsaidByThePage))('never mentions what the page does not mention: %s', (_, word) => {
    const found = languages.flatMap((tag) =>
      topicParts.flatMap((prompt) => sentencesOf(tag, prompt).filter((sentence) => word.test(sentence))),
    );
    expect(found).toEqual([]);
  });
});

describe('the facts of the line', () => {
  test.each([...factsOfPage])('name the page as the source of %s', (name) => {
    expect(line.facts[name]?.source).toMatch(page);
  });

  test('name the page only for what the page says', () => {
    const named = Object.entries(line.facts).filter(([, { source }]) => page.test(source));
    expect(named.map(([name]) => name).sort()).toEqual([...factsOfPage].sort());
  });

  test('that are not from the page are heard with a destination or in an emergency, never in a topic', () => {
    const elsewhere = [...words].flatMap(([tag, { prompts }]) =>
      Object.entries(prompts)
        .filter(([prompt]) => !['emergency', 'disaster-safety'].includes(prompt) && !prompt.startsWith('destination.'))
        .flatMap(([prompt, sentences]) => sentences.flatMap(placeholdersIn).map((name) => ({ tag, prompt, name })))
        .filter(({ name }) => name in line.facts && !factsOfPage.has(name)),
    );
    expect(elsewhere).toEqual([]);
  });
});
