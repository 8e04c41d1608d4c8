import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '#jest';
import { checkText } from '../../src/office/drafts/check-text.ts';
import { toDraftContent } from '../../src/office/drafts/draft-content.ts';
import { toDraft } from '../../src/office/drafts/to-draft.ts';
import { contentOf } from '../../src/office/editions/edition-content.ts';
import { withoutPrototypes } from '../../src/words/by-name.ts';
import { checkDraft } from '../../src/words/check-draft.ts';
import { type Draft, languageFile } from '../../src/words/draft.ts';
import { PromptsError } from '../../src/words/finding.ts';
import { lineFile } from '../../src/words/line-file.ts';
import { createWords } from '../../src/words/words.ts';
import { type Change, fixtureDraft } from '../support/draft-fixture.ts';
import { byFolder, morning } from '../support/small-office.ts';

/** The names of all properties that every ordinary object inherits, such as `constructor` and `__proto__`. */
const names = [...Object.getOwnPropertyNames(Object.prototype), '__proto__'];
const identifiers = names.filter((name) => /^[a-z][A-Za-z]*$/.test(name));

/** The findings about the made-up line after some changes, in both languages. */
function told(...changes: readonly Change[]): string[] {
  try {
    return checkDraft(fixtureDraft(...changes)).map(({ ja, en }) => `${en} ${ja}`);
  } catch (error) {
    if (!(error instanceof PromptsError)) throw error;
    return error.findings.map(({ ja, en }) => `${en} ${ja}`);
  }
}

describe('A name that every object has', () => {
  test.each([
    ['a prompt', (name: string): Change => ['en.yaml', '  goodbye:', `  ${name}: ["It is here."]\n  goodbye:`]],
    [
      'a fact',
      (name: string): Change => [
        'line.yaml',
        'facts:\n',
        `facts:\n  ${name}: { type: day, value: "12-29", source: made up, checkedOn: "2026-01-01", reviewBy: "2027-01-01" }\n`,
      ],
    ],
    ['a key of a file', (name: string): Change => ['line.yaml', 'timeZone:', `${name}: 1\ntimeZone:`]],
    [
      'a key inside another',
      (name: string): Change => ['line.yaml', 'name: { ja: ごみ', `name: { ${name}: 1, ja: ごみ`],
    ],
    ['a key of a language’s file', (name: string): Change => ['en.yaml', 'reviewed:', `${name}: 1\nreviewed:`]],
  ])('is refused as %s, with one finding that contains the name', (_what, change) => {
    for (const name of names) {
      const [sentence, ...others] = told(change(name));
      expect(others).toEqual([]);
      expect(sentence).toContain(`"${name}" is reserved by the program`);
      expect(sentence).toContain(`「${name}」という名前は使えません`);
    }
  });

  test.each([
    ['a topic', 'id: days'],
    ['a destination', '- id: office'],
  ])('is refused as the id of %s', (_what, from) => {
    for (const name of identifiers.map((each) => each.toLowerCase()).filter((each) => each in {})) {
      expect(told(['line.yaml', from, from.replace(/\w+$/, name)]).join('\n')).toMatch(/choose another name/);
    }
  });

  test('is refused as a language, as a fact of a destination and as the default destination', () => {
    for (const name of identifiers) {
      expect(told(['en.yaml', 'language: en', `language: ${name}`]).join()).toContain(`"${name}"`);
      expect(told(['line.yaml', 'hours: officeHours', `hours: ${name}`]).join()).toContain(`"${name}"`);
      expect(told(['line.yaml', 'number: officeNumber', `number: ${name}`]).join()).toContain(`"${name}"`);
      const said = told(['line.yaml', 'defaultDestination: office', `defaultDestination: ${name}`]).join();
      expect(said).toMatch(/defaultDestination|default destination/);
    }
  });

  test('is refused as a placeholder', () => {
    for (const name of names) {
      expect(told(['en.yaml', 'There is more.', `There is {{${name}}} more.`]).join()).toContain(`{{${name}}}`);
    }
  });

  test('has no words as a prompt, and does not break the check of a text', () => {
    const draft = fixtureDraft();
    for (const prompt of names) {
      expect(() => createWords(draft).sentences({ prompt, language: 'en' })).toThrow(/There are no words for/);
    }
    const taken = toDraftContent(draft, byFolder, morning);
    const now = { ...taken, isKept: false, draft: toDraft(taken.line.file, taken.texts, []), find: () => null };
    for (const prompt of names) {
      expect(() => checkText(now, { language: 'en', prompt, sentences: ['It is {{toString}} here.'] })).not.toThrow();
    }
  });

  test('has no value in any object whose keys are chosen by people', () => {
    const draft = fixtureDraft();
    const taken = toDraftContent(draft, byFolder, morning);
    const content = contentOf(draft, { id: 'espeak', fingerprint: '' });
    const kept = JSON.parse(JSON.stringify(content), withoutPrototypes);
    const byNames = (each: Pick<Draft, 'line' | 'words'>) => [
      each.line.facts,
      ...[...each.words.values()].map(({ prompts }) => prompts),
    ];
    const objects = [
      ...byNames(draft),
      ...byNames(toDraft(taken.line.file, taken.texts, [])),
      ...[content, kept].flatMap(({ line, words }) => [
        line.facts,
        words,
        ...Object.values<{ prompts: object }>(words).map(({ prompts }) => prompts),
      ]),
      lineFile.parse(JSON.parse(JSON.stringify(draft.line))).facts,
      languageFile.parse({ language: 'en', reviewed: true, prompts: { a: ['b'] } }).prompts,
    ];
    for (const object of objects) for (const name of names) expect(Reflect.get(object, name)).toBeUndefined();
    expect(objects.map((object) => Object.keys(object).length > 0)).not.toContain(false);
  });
});

describe('The source', () => {
  const root = join(import.meta.dirname, '../../src');
  /** The rooms that look up names from files, sheets and forms. */
  const rooms =
    /^(words|speech(?!\/engines)|console\/pages|office\/(drafts|sheets|editions|leaflet|rehearsal|crawl|files))\//;
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => rooms.test(name) && name.endsWith('.ts') && name !== 'words/by-name.ts')
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));

  test.each([
    ['has no schema that makes an ordinary object with arbitrary keys', /\bz\s*\.(?:record|looseObject|catchall)\(/],
    [
      'has no constant that is an ordinary object and is indexed by arbitrary names',
      /const \w+: (?:Readonly<)?(?:Record<(?:string|LanguageTag), [^=;]*|Phrases) = \{/,
    ],
    ['does not look for a name with `in {}` or `in Object.prototype`', /\bin (?:\{\}|Object\.prototype)/],
  ])('%s', (_what, pattern) => {
    const allowed = ['office/sheets/to-workbook.ts'];
    expect(
      sources.filter(({ name, text }) => pattern.test(text) && !allowed.includes(name)).map(({ name }) => name),
    ).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });

  test('does not use Object.fromEntries, whose objects inherit properties', () => {
    const makers = sources.filter(({ text }) => text.includes('Object.fromEntries(')).map(({ name }) => name);
    expect(makers).toEqual([]);
  });
});
