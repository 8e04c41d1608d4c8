import { describe, expect, test } from '#jest';
import { lineFile } from '../../src/words/line-file.ts';
import { createWords, MissingPromptError } from '../../src/words/words.ts';
import { bundledDraft } from '../support/bundled.ts';
import { fixtureDraft } from '../support/draft-fixture.ts';

const draft = bundledDraft();
const words = createWords(draft);

/** The bundled words with one prompt of one language changed or removed. */
function changed(language: string, prompt: string, sentences: readonly string[] | null) {
  const before = draft.words.get(language);
  if (!before) throw new Error(`no ${language}`);
  const { [prompt]: _gone, ...others } = before.prompts;
  const prompts = sentences ? { ...others, [prompt]: sentences } : others;
  return createWords({ ...draft, words: new Map(draft.words).set(language, { ...before, prompts }) });
}

describe('Words', () => {
  test('come in the language that was asked for, with readings and typed facts in their places', () => {
    const [notice] = words.sentences({ prompt: 'topic-outdated', language: 'ja' });
    expect(notice).toEqual({
      prompt: 'topic-outdated',
      language: 'ja',
      segments: [
        { kind: 'fact', name: 'noticeStart', value: { type: 'month', year: 2015, month: 10 } },
        { kind: 'text', text: 'の お' },
        { kind: 'reading', text: '知', reading: 'し' },
        { kind: 'text', text: 'らせの ' },
        { kind: 'reading', text: '内容', reading: 'ないよう' },
        { kind: 'text', text: 'です。' },
      ],
    });
  });

  test('have the key where the sentence has a placeholder for it', () => {
    const [item] = words.sentences({ prompt: 'language-item', language: 'es', key: '5' });
    expect(item?.segments[1]).toEqual({ kind: 'fact', name: 'key', value: { type: 'key', key: '5' } });
  });

  test('that are missing in a language are an error: neither the id nor another language is ever spoken', () => {
    const without = changed('pt', 'goodbye', null);
    expect(() => without.sentences({ prompt: 'goodbye', language: 'pt' })).toThrow(MissingPromptError);
    expect(() => without.sentences({ prompt: 'goodbye', language: 'pt' })).toThrow('add them to pt.yaml');
    expect(without.sentences({ prompt: 'goodbye', language: 'es' })).toHaveLength(1);
    expect(() => words.sentences({ prompt: 'no-such-prompt', language: 'en' })).toThrow(MissingPromptError);
    expect(() => words.sentences({ prompt: 'goodbye', language: 'vi' })).toThrow(MissingPromptError);
  });

  test('with a placeholder for a fact that does not exist, or for a key that is not offered, are an error', () => {
    const unknown = changed('en', 'goodbye', ['Call {{nobody}}.']);
    expect(() => unknown.sentences({ prompt: 'goodbye', language: 'en' })).toThrow('{{nobody}} has no value here');
    expect(() => words.sentences({ prompt: 'again', language: 'en' })).toThrow(MissingPromptError);
  });

  test.each(['key', 'language', 'noticeDay', 'openingTime'])(
    'with {{%s}} where it has no value are an error, whose advice is to remove the placeholder',
    (name) => {
      const unknown = changed('en', 'goodbye', [`Call {{${name}}}.`]);
      expect(() => unknown.sentences({ prompt: 'goodbye', language: 'en' })).toThrow(
        new MissingPromptError(`The placeholder {{${name}}} has no value in this prompt; take it out.`),
      );
    },
  );

  test('do not depend on the names of facts', () => {
    const fact = draft.line.facts.police;
    if (!fact) throw new Error('no fact');
    for (const name of ['lng', 'ns', 'lngs', 'returnDetails', 'count', 'context', 'replace']) {
      const named = createWords({ ...draft, line: { ...draft.line, facts: { ...draft.line.facts, [name]: fact } } });
      const saying = { prompt: 'goodbye', language: 'en' };
      expect(named.sentences(saying)).toEqual(words.sentences(saying));
    }
    expect(() => words.sentences({ prompt: 'constructor', language: 'en' })).toThrow(MissingPromptError);
  });

  test('are never interpreted as instructions of i18next', () => {
    const odd = changed('en', 'goodbye', ['$t(welcome) & <b>"it\'s"</b> {{callCentreNumber}}']);
    const [sentence] = odd.sentences({ prompt: 'goodbye', language: 'en' });
    expect(sentence?.segments[0]).toEqual({ kind: 'text', text: '$t(welcome) & <b>"it\'s"</b> ' });
  });

  test('for an agent name in Japanese the caller’s language, or both announcers before a language is chosen', () => {
    const textOf = (language: string | null) =>
      words
        .whisper(language)
        .flatMap(({ segments }) => segments.map((segment) => (segment.kind === 'fact' ? '' : segment.text)))
        .join('');
    expect(textOf('ko')).toContain('韓国語を');
    expect(textOf(null)).toMatch(/英語、.*日本語を/);
  });
});

test('A language tag in another spelling is refused, because the words of the language would not be found', () => {
  const { line } = fixtureDraft();
  for (const tag of ['zh-hans', 'pt-br', 'ZH', 'x-1', 'en_US']) {
    const [first, ...languages] = line.languages;
    expect([tag, lineFile.safeParse({ ...line, languages: [{ ...first, tag }, ...languages] }).success]).toEqual([
      tag,
      false,
    ]);
  }
});
