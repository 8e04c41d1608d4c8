import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkDraft } from '../../../src/prompts/check-draft.ts';
import { type Draft, readDraft } from '../../../src/prompts/draft.ts';
import type { LineFile } from '../../../src/prompts/line-file.ts';

const folder = join(import.meta.dirname, '../../../prompts');
const bundled = readDraft(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
);

type Mutation = (draft: Draft) => Draft;

/** Writes one prompt of one language anew; undefined takes it away. */
const rewrite =
  (
    language: string,
    prompt: string,
    change: (sentences: readonly string[]) => readonly string[] | undefined,
  ): Mutation =>
  (draft) => {
    const written = draft.words.get(language);
    if (!written) throw new RangeError(`The bundled prompts have no "${language}".`);
    const { [prompt]: sentences = [], ...others } = written.prompts;
    const changed = change(sentences);
    const prompts = changed ? { ...written.prompts, [prompt]: changed } : others;
    return { ...draft, words: new Map(draft.words).set(language, { ...written, prompts }) };
  };

const add = (language: string, sentence: string): Mutation =>
  rewrite(language, 'goodbye', (sentences) => [...sentences, sentence]);

const relay =
  (change: (line: LineFile) => Partial<LineFile>): Mutation =>
  (draft) => ({ ...draft, line: { ...draft.line, ...change(draft.line) } });

const dial = (number: string, triedOn?: string): Mutation =>
  relay(({ destinations: [first, ...rest] }) => ({
    destinations: first ? [{ ...first, dials: [...first.dials, { number, source: 'made up', triedOn }] }, ...rest] : [],
  }));

const withoutNumber: Mutation = (draft) => {
  const [destination] = draft.line.destinations;
  const place = `{{${destination?.number}}}`;
  const prompt = `destination.${destination?.id}.number`;
  const drop = (sentences: readonly string[]) => sentences.filter((sentence) => !sentence.includes(place));
  return [...draft.words.keys()].reduce((changed, language) => rewrite(language, prompt, drop)(changed), draft);
};

const copyFromSpanish: Mutation = (draft) =>
  rewrite('pt', 'reason-language', () => draft.words.get('es')?.prompts['reason-language'])(draft);

const mutations: readonly (readonly [rule: string, what: string, mutation: Mutation])[] = [
  ['M-19', 'a prompt is missing', rewrite('ko', 'goodbye', () => undefined)],
  ['M-20', 'nobody uses a prompt', rewrite('pt', 'farewell', () => ['Até logo.'])],
  ['T-17', 'a translation says one fact more', add('es', '{{noticeStart}}.')],
  ['T-17', 'a translation says one fact less', rewrite('en', 'ask.call-centre', (sentences) => sentences.slice(0, -1))],
  ['T-17', 'a place has no fact', add('en', '{{noSuchFact}}.')],
  ['T-17', 'the whisper names no language', rewrite('ja', 'whisper', () => ['マイナンバーの {電話|でんわ}です。'])],
  ['N-08', 'a destination’s number is not said', withoutNumber],
  ['M-03', 'a key is not offered', rewrite('zh-Hans', 'again', () => ['可以再听一遍。'])],
  ['M-03', 'a key is offered in words', add('pt', 'Pressione sete.')],
  [
    'M-03',
    'two languages have one key',
    relay(({ languages }) => ({
      languages: languages.map((each) => ({ ...each, key: each.key === '2' ? '1' : each.key })),
    })),
  ],
  ['M-03', 'topics are not in order', relay(({ topics }) => ({ topics: topics.toReversed() }))],
  ['M-12', 'the default destination does not exist', relay(() => ({ defaultDestination: 'nowhere' }))],
  ['M-12', 'an announcer is not a language', relay(() => ({ announcers: ['vi'] }))],
  ['D-01', 'an emergency number is dialled', dial('+81119', '2026-01-01')],
  ['D-01', 'a premium number is dialled', dial('+81990000000', '2026-01-01')],
  ['D-02', 'a number was never tried', dial('+81300000000')],
  ['J-01', 'kanji have no reading', add('ja', '電話です。')],
  ['J-01', 'a brace is left over', add('ko', '감사합니다}.')],
  ['J-08', 'a digit is easily misheard', add('ja', '{七|しち}です。')],
  ['T-16', 'Spanish stands in Portuguese', copyFromSpanish],
  ['T-15', 'another script stands in English', add('en', 'Спасибо.')],
  ['T-15', 'a traditional character stands in simplified Chinese', add('zh-Hans', '謝谢。')],
  ['T-15', 'a simplified character stands in traditional Chinese', add('zh-Hant', '谢謝。')],
  ['T-07', 'Latin letters stand in Korean', add('ko', '오늘은 SALE 입니다.')],
  ['N-01', 'a raw telephone number', add('en', 'Call 03-0000-0000.')],
  ['N-04', 'raw digits', add('ko', '12345 입니다.')],
  ['N-04', 'full-width digits', add('ja', '３つです。')],
  ['N-05', 'a raw date', add('es', 'Desde el 1 de abril.')],
  ['T-02', 'a long sentence', add('en', `${'very '.repeat(22)}good.`)],
  ['T-08', 'a sign for the eye', add('pt', 'Bom dia (boa tarde).')],
  ['T-09', 'an e-mail address', add('es', 'Escriba a office@example.jp.')],
  ['T-10', 'an invisible character', add('en', 'Good\u200Bbye.')],
  ['T-10', 'half-width kana', add('ja', 'ｺﾞﾐです。')],
  ['M-04', 'a key that is not a digit', add('es', 'Pulse la tecla almohadilla.')],
  ['M-04', 'the same in Korean', add('ko', '별표를 눌러 주십시오.')],
  ['N-09', 'English asks for a PIN', add('en', 'Please enter your PIN.')],
  ['N-09', 'Japanese asks for a My Number', add('ja', 'マイナンバーを {言|い}って ください。')],
  ['N-09', 'Korean asks for a My Number', add('ko', '개인번호를 입력해 주십시오.')],
  ['N-09', 'Spanish asks for a My Number', add('es', 'Por favor, diga su número personal.')],
  ['N-09', 'Portuguese asks for a password', add('pt', 'Digite a sua senha.')],
];

describe('the bundled prompts', () => {
  const before = checkDraft(bundled);
  const known = new Set(before.map(({ rule, file, en }) => `${rule} ${file} ${en}`));

  test('have no errors', () => {
    expect(before.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test.each(mutations)('are found by %s, and by nothing else, when %s', (rule, _, mutation) => {
    const found = checkDraft(mutation(bundled)).filter((each) => !known.has(`${each.rule} ${each.file} ${each.en}`));
    expect([...new Set(found.map((each) => each.rule))]).toEqual([rule]);
  });
});
